"""Timecode counts frames as SMPTE does, and without the standard further."""

import pytest
import tdu


@pytest.mark.parametrize(
    ("timecode", "text", "frames"),
    [
        (tdu.Timecode(fps=60), "00:00:00:00", 0),
        (tdu.Timecode("01:11:11:15", fps=30), "01:11:11:15", 128145),
        (tdu.Timecode(frame=185, fps=30), "00:00:06:05", 185),
        (
            tdu.Timecode(hour=1, minute=2, second=3, frame=4, negative=True, fps=30),
            "-01:02:03:04",
            -111694,
        ),
        (tdu.Timecode("25:00:00:00", fps=30), "01:00:00:00", 108000),
        (tdu.Timecode("25:00:00:00", fps=30, smpte=False), "25:00:00:00", 2700000),
        (tdu.Timecode("101:00:00:00", fps=30, smpte=False), "01:00:00:00", 108000),
    ],
)
def test_a_timecode_is_text_and_frames(timecode, text, frames):
    assert (timecode.text, timecode.totalFrames) == (text, frames)
    assert str(timecode) == text
    assert timecode.totalSeconds == frames / timecode.fps


@pytest.mark.parametrize(("fps", "minute", "day"), [(29.97, 1800, 2589408), (59.94, 3600, 5178816)])
def test_drop_frame_leaves_out_numbers_and_not_frames(fps, minute, day):
    first = tdu.Timecode(fps=fps)
    first.setTotalFrames(minute)
    tenth = tdu.Timecode("00:10:00.00", fps=fps)
    last = tdu.Timecode(fps=fps)
    last.setTotalFrames(-1)

    assert first.dropFrame
    assert first.text == f"00:01:00.{minute // 900:02}"
    assert tenth.totalFrames == minute * 10 - minute // 900 * 9
    assert last.totalFrames == day - 1
    assert last.text == f"23:59:59.{round(fps) - 1}"


def test_every_drop_frame_number_comes_back():
    timecode = tdu.Timecode(fps=29.97)
    for frames in range(40_000):
        timecode.setTotalFrames(frames)
        again = tdu.Timecode(timecode.text, fps=29.97)
        assert again.totalFrames == frames


def test_drop_frame_can_be_left_out():
    assert tdu.Timecode(frame=1800, fps=29.97, autoDropFrame=False).text == "00:01:00:00"
    assert not tdu.Timecode(fps=30).dropFrame
    assert not tdu.Timecode(fps=23.976).dropFrame


def test_setters():
    timecode = tdu.Timecode(fps=30)
    timecode.setString("01:01:00:00", fps=60)
    assert (timecode.hour, timecode.minute, timecode.second, timecode.frame) == (1, 1, 0, 0)
    timecode.setTotalFrames(120, fps=60)
    assert timecode.text == "00:00:02:00"
    timecode.smpte = False
    timecode.setComponents(12, 22, 33, 45, negative=True, fps=60)
    assert timecode.text == "-12:22:33:45" and timecode.negative
    timecode.negative = False
    assert timecode.text == "12:22:33:45"
    timecode.fps = 30
    assert timecode.text == "12:22:33:29"
    timecode.negative = True
    timecode.smpte = True
    assert not timecode.negative


def test_a_length_holds_or_begins_anew():
    held = tdu.Timecode(fps=60, length=600)
    held.setTotalFrames(700)
    around = tdu.Timecode(fps=60, length=600, cycle=True)
    around.setTotalFrames(700)

    assert (held.totalFrames, around.totalFrames) == (600, 100)
    assert around.countdown.totalFrames == 500
    assert tdu.Timecode(fps=60).countdown.text == "23:59:59:59"
    held.setLength(tdu.Timecode(frame=30, fps=60))
    assert held.totalFrames == 30


def test_the_local_rate_is_asked_for(monkeypatch):
    monkeypatch.setattr(tdu, "_rate", lambda: 24.0)

    assert tdu.Timecode().fps == 24
    assert tdu.Timecode(fps=30).fps == 30


@pytest.mark.parametrize("text", ["", "1:2:3", "a:b:c:d", "00:00:00:00:00", "1:2:3:٣", "--1:2:3:4"])
def test_wrong_text_is_told(text):
    with pytest.raises(ValueError, match="hh:mm:ss:ff"):
        tdu.Timecode(text, fps=30)


def test_wrong_rates_and_lengths_are_told():
    with pytest.raises(ValueError, match="frame rate"):
        tdu.Timecode(fps=0)
    with pytest.raises(ValueError, match="length"):
        tdu.Timecode(fps=30, length=0)
    with pytest.raises(TypeError):
        hash(tdu.Timecode(fps=30))
