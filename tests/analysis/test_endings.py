from inspel_app.analysis.endings import and_more, differing, is_mixed


def test_a_name_says_that_there_is_more_in_it() -> None:
    assert is_mixed(and_more("buss och färja"))
    assert not is_mixed("Bussar med mera plats")
    assert not is_mixed(differing("buss"))
