import pytest
@pytest.mark.parametrize("text",["Bel me op 06-12345678","Bel me op 06-12345678 morgen", "Bel me gerust op 06-12345678"])
@pytest.mark.parametrize("surf",["x-post","facebook-comment"])
def test_dbg(writing, text, surf):
    w=writing(surf); w.write(text)
    w.see_underlined("06-12345678")
