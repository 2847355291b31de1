"""The helper is not there, slow, or back again: posting is never blocked, and never shown as checked."""

from collections.abc import Callable

import pytest
from rig.browser import Browser
from rig.ear import FINE, Ear
from rig.helper import Helper, free_port
from rig.writer import SURFACES, Writer
from test_surfaces import NASTY, NUMBER

Writing = Callable[..., Writer]


@pytest.mark.parametrize("place", SURFACES)
def test_a_draft_goes_at_once_and_is_said_not_to_be_checked(writing: Writing, place: str) -> None:
    writer = writing(place, port=free_port())
    writer.write(NASTY)
    writer.see_mark("unchecked")
    writer.post()
    writer.see_posted(NASTY)
    writer.see_note("Niet gecontroleerd")
    assert not writer.ours("dialog.panel")


def test_killed_in_the_middle_and_started_again_it_goes_on_by_itself(helper: Helper, writing: Writing) -> None:
    """[G1] Without pairing again, and without a key pressed."""
    writer = writing("x-post")
    writer.write("Bel me gerust ")
    writer.see_mark("fine")
    helper.kill()
    writer.write_more(f"op {NUMBER} morgen ")
    writer.see_mark("unchecked")
    writer.post()
    writer.browser.until(lambda: len(writer.posts) == 1, "it was not posted")
    writer.see_note("De helper draait niet")
    writer.write(f"Bel op {NUMBER} morgen ")
    writer.see_mark("unchecked")
    helper.start()
    writer.browser.until(lambda: writer.underlined() == [NUMBER], "it did not come back", seconds=90)


def test_a_slow_answer_lets_the_post_go_after_the_deadline(helper: Helper, writing: Writing) -> None:
    """Two seconds is more than anybody who presses Post should wait."""
    writer = writing("x-post")
    with helper.asleep():
        writer.write(NASTY)
        writer.press_post()
        writer.see_posted(NASTY)
        writer.see_note("Niet gecontroleerd")
    # The answer that comes after all changes nothing.
    assert writer.browser.stays(lambda: not writer.ours("dialog.panel") and writer.posts == [NASTY])


def test_post_pressed_before_the_first_check_waits_for_it(writing: Writing) -> None:
    """Where the machine is too busy to check in time it goes, and says so: then it is tried again."""
    assert any(is_held_before_its_check(writing("x-post")) for _ in range(6)), "it was never held"


def is_held_before_its_check(writer: Writer) -> bool:
    writer.write(NASTY)
    writer.press_post()
    writer.browser.until(lambda: writer.ours("dialog.panel[open]") or writer.posts, "neither held nor posted")
    if writer.posts:
        writer.see_note("Niet gecontroleerd")
        return False
    assert NUMBER in writer.see_panel()
    return True


def test_the_worker_asleep_is_woken_by_the_next_draft(writing: Writing, browser: Browser) -> None:
    """[D8] It keeps nothing in memory that it can't do without; [B3] it proves the helper anew."""
    writer = writing("x-post")
    writer.write("Even kijken. ")
    writer.see_mark("fine")
    browser.sleep_worker()
    writer.write_more(NASTY)
    writer.see_underlined(NUMBER)


def test_a_verdict_that_is_not_whole_is_shown_and_asked_for_again(running_helper: Helper, writing: Writing) -> None:
    """[D9] Rules that ran out of time may have more to say; what there is of it is no "fine"."""
    said = {"guideline": "x", "title": "t", "message": "m", "advice": "", "source": "", "replacements": []}
    tip = {**said, "rule": "nl/x/tip", "level": "tip", "start": 0, "end": 3}
    pause = {**said, "rule": "nl/x/pause", "level": "pause", "start": 14, "end": 16}
    part = {**FINE, "level": "tip", "warnings": [tip], "incomplete": ["nl/x/pause"]}
    with Ear(running_helper.token, (FINE, part, {**FINE, "level": "pause", "warnings": [tip, pause]})) as ear:
        writer = writing("facebook-comment", port=ear.port)
        writer.browser.send("test")
        writer.write(NASTY)
        writer.browser.until(lambda: writer.underlined("pause") == ["op"], "not asked for again")
        assert writer.underlined("tip") == ["Bel"]


def test_something_else_on_the_port_gets_neither_token_nor_draft(helper: Helper, writing: Writing) -> None:
    """[B3] A program that took the port answers hello as well as it can."""
    with Ear() as stranger:
        writer = writing("x-post", port=stranger.port)
        writer.write(NASTY)
        writer.see_mark("unchecked")
        assert stranger.heard
        assert all(path.startswith("/v1/hello") for path, _ in stranger.heard)
        assert not any(helper.token in heard or NUMBER in heard for _, heard in stranger.heard)
