"""Words about making are noted or set camera, look and light; they are never unknown and never things."""

import pytest

from cavendish.plan.making import negative_phrases, noted_phrases, plain, wants_photograph
from cavendish.plan.reading import read
from cavendish.plan.wording import phrases

PRAISE = (
    "8K", "4k", "HDR", "photorealistic", "masterpiece", "octane render", "trending on artstation", "highly detailed",
    "award-winning", "long exposure", "rule of thirds", "ISO 100", "1/250s", "Canon EOS R5", "unreal engine 5",
    "3D render", "ultra-realistic", "best quality", "volumetric lighting", "--v 6", "RAW photo", "hasselblad",
)  # fmt: skip
SETTING = {
    "Canon 85mm f/1.4": {"mm:85", "f:1.4"}, "film grain": {"look:film"}, "cinematic": {"look:cinematic"},
    "moody": {"look:low key"}, "shallow depth of field": {"f:2.0"}, "bokeh": {"f:2.0"},
    "Portra 400": {"look:portra 400"},
    "studio lighting": {"time:studio"}, "35mm": {"mm:35"}, "wide angle": {"mm:24"}, "f/8": {"f:8.0"},
    "--ar 16:9": {"aspect:16:9"}, "rim light": {"key:behind"}, "drone shot": {"view:high"},
    "headshot": {"framing:close"},
}  # fmt: skip


@pytest.mark.parametrize("words", PRAISE)
def test_words_of_praise_are_noted(words: str):
    reads = [item for item in read(f"a dog, {words}").reads[3:] if item.name != "stop"]
    assert reads
    assert all(item.noted and not item.name for item in reads), reads


@pytest.mark.parametrize(("words", "names"), SETTING.items(), ids=SETTING)
def test_words_of_the_craft_set_what_plans_have(words: str, names: set[str]):
    found = {item.name for item in read(f"a dog, {words}").reads[3:]} - {"", "stop"}
    assert found == names


def test_no_word_about_making_is_a_thing():
    known = phrases()
    for phrase in noted_phrases():
        assert known[tuple(phrase.split())].partition(":")[0] not in ("kind", "kinds"), phrase


def test_tables_are_plain():
    for phrase in noted_phrases() | negative_phrases():
        assert phrase == plain(phrase)


def test_a_photograph_is_wanted_where_words_say_so():
    assert all(
        wants_photograph(p)
        for p in ("a photo of a man", "a girl, photorealistic", "a woman, Canon 85mm f/1.4")
    )
    assert not any(wants_photograph(p) for p in ("a man in a park", "a drawing of a girl", ""))
