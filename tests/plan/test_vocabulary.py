"""The vocabulary: every name once, and room to grow."""

from cavendish.plan.vocabulary import END, ID, KEYS, PLAN, PROMPT, SIZE, SIZES, VOCAB, WORDS, field_of, said


def test_every_name_has_one_id():
    assert len(ID) == len(VOCAB) <= SIZE == 2048
    assert [VOCAB[ID[name]] for name in VOCAB] == list(VOCAB)


def test_bytes_come_first():
    assert all(ID[f"byte:{i}"] == i for i in range(256))
    assert min(PROMPT, PLAN, END) >= 256


def test_a_token_knows_its_field():
    assert field_of(ID["kind:teddy bear"]) == ("kind", "teddy bear")
    assert field_of(ID["aspect:16:9"]) == ("aspect", "16:9")
    assert field_of(END) == ("end", "")


def test_sizes_and_keys_are_within_the_plans_bounds():
    assert all(0.5 <= size <= 2 for size in SIZES.values())
    assert all(-180 <= azimuth <= 180 for azimuth, _ in KEYS.values())


def test_every_word_keeps_the_id_it_once_had():
    known = WORDS.read_text("utf-8").splitlines()
    missing = [name for name in said() if name not in set(known)]
    assert not missing, f"append these lines to {WORDS.name}, at its end: {missing}"
    assert tuple(known) == VOCAB
