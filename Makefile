all: ; @echo "make run | make test | make bench | make fuzz"
