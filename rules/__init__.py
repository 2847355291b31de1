"""The rule pack: guidelines, rules and word lists, as data. See README.md in this folder."""
