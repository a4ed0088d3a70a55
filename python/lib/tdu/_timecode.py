"""A time as hours, minutes, seconds and frames: Timecode."""

from __future__ import annotations

import tdu

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Timecode:
    """A count of frames, shown as hh:mm:ss:ff (hh:mm:ss.ff where frame numbers are dropped).

    SMPTE timecode is never negative and begins anew after 24 hours; other timecode after 100.
    - Parameters: timecodeStr: instead of the parts. fps: None for the rate of the local time.
      length: where it holds, or with `cycle` begins anew. autoDropFrame: whether 29.97 and its
      like drop frame numbers.
    - Source: <https://docs.derivative.ca/Timecode_Class>
    """

    __slots__ = ("_drops", "_fps", "_length", "_smpte", "_total", "cycle")
    __hash__ = None  # type: ignore[assignment]  # It changes in place, so it cannot be a key.

    def __init__(
        self,
        timecodeStr: str | None = None,
        *,
        fps: float | None = None,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        frame: int = 0,
        negative: bool = False,
        smpte: bool | None = None,
        length: Any = None,
        cycle: bool = False,
        autoDropFrame: bool = True,
    ) -> None:
        self._total = 0
        self._length: int | None = None
        # A negative time can only be meant outside the standard.
        self._smpte = smpte if smpte is not None else not negative
        self.cycle = cycle
        self._drops = autoDropFrame
        self._fps = 60.0 if tdu._rate is None or fps is not None else _positive(tdu._rate())
        if length is not None:
            self.setLength(length)
        if timecodeStr is None:
            self.setComponents(hour, minute, second, frame, negative=negative, fps=fps)
        else:
            self.setString(timecodeStr, fps=fps)

    @property
    def fps(self) -> float:
        """Frames in a second; setting it keeps hours, minutes, seconds and, if possible, frame."""
        return self._fps

    @fps.setter
    def fps(self, fps: float) -> None:
        hour, minute, second, frame = self._parts()
        negative = self.negative
        self._fps = _positive(fps)
        frame = min(frame, self._nominal - 1)
        self.setComponents(hour, minute, second, frame, negative=negative)

    @property
    def dropFrame(self) -> bool:
        """Whether frame numbers are dropped to keep pace with the clock."""
        return self._drops and abs(self._fps - round(self._fps)) > 1e-6 and self._nominal % 30 == 0

    @property
    def smpte(self) -> bool:
        """Whether it follows the standard; setting it brings the time into its bounds."""
        return self._smpte

    @smpte.setter
    def smpte(self, smpte: bool) -> None:
        self._smpte = bool(smpte)
        self._set(self._total)

    @property
    def negative(self) -> bool:
        """Whether it lies before 0; never under the standard."""
        return self._total < 0

    @negative.setter
    def negative(self, negative: bool) -> None:
        self._set(-abs(self._total) if negative else abs(self._total))

    @property
    def hour(self) -> int:
        """The hours."""
        return self._parts()[0]

    @property
    def minute(self) -> int:
        """The minutes, 0 to 59."""
        return self._parts()[1]

    @property
    def second(self) -> int:
        """The seconds, 0 to 59."""
        return self._parts()[2]

    @property
    def frame(self) -> int:
        """The frame in its second."""
        return self._parts()[3]

    @property
    def totalFrames(self) -> int:
        """All frames since 0."""
        return self._total

    @property
    def totalSeconds(self) -> float:
        """The time since 0.

        - Units: seconds.
        """
        return self._total / self._fps

    @property
    def text(self) -> str:
        """The time as text."""
        hour, minute, second, frame = self._parts()
        point = "." if self.dropFrame else ":"
        sign = "-" if self.negative else ""
        return f"{sign}{hour:02}:{minute:02}:{second:02}{point}{frame:02}"

    @property
    def countdown(self) -> Timecode:
        """What is left until the length, or until the last frame of the day."""
        end = self._bound - 1 if self._length is None else self._length
        left = Timecode(fps=self._fps, smpte=self._smpte, autoDropFrame=self._drops)
        left._set(end - self._total)
        return left

    def setString(self, timecodeStr: str, fps: float | None = None) -> None:
        """Sets the time from [-]hh:mm:ss:ff; the last mark may be `.` or `;`.

        - Throws: ValueError for another form.
        """
        text = timecodeStr.strip()
        parts = text.removeprefix("-").replace(".", ":").replace(";", ":").split(":")
        if len(parts) != 4 or not all(p.isascii() and p.isdecimal() and len(p) < 10 for p in parts):
            raise ValueError(f"A timecode has the form hh:mm:ss:ff, which '{timecodeStr}' has not.")
        hour, minute, second, frame = map(int, parts)
        self.setComponents(hour, minute, second, frame, negative=text.startswith("-"), fps=fps)

    def setComponents(
        self,
        hour: int,
        minute: int,
        second: int,
        frame: int,
        negative: bool = False,
        fps: float | None = None,
        autoDropFrame: bool | None = None,
    ) -> None:
        """Sets the time from its parts; what is too much for one part goes over to the next."""
        if fps is not None:
            self._fps = _positive(fps)
        if autoDropFrame is not None:
            self._drops = autoDropFrame
        minutes = int(hour) * 60 + int(minute)
        total = (minutes * 60 + int(second)) * self._nominal + int(frame)
        if self.dropFrame:
            minutes += int(second) // 60
            total -= self._dropped * (minutes - minutes // 10)
        self._set(-total if negative else total)

    def setTotalFrames(self, totalFrames: int, fps: float | None = None) -> None:
        """Sets the time from a count of frames."""
        if fps is not None:
            self._fps = _positive(fps)
        self._set(int(totalFrames))

    def setLength(self, length: Any) -> None:
        """Sets where the time holds or, with `cycle`, begins anew.

        - Parameters: length: frames, or a Timecode.
        - Throws: ValueError unless it is more than 0.
        """
        frames = length.totalFrames if isinstance(length, Timecode) else int(length)
        if frames <= 0:
            raise ValueError(f"The length of a timecode is more than 0 frames, not {frames}.")
        self._length = frames
        self._set(self._total)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Timecode('{self.text}', fps={self._fps:g})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Timecode):
            return NotImplemented
        return (self._total, self._fps) == (other._total, other._fps)

    @property
    def _nominal(self) -> int:
        return max(1, round(self._fps))

    @property
    def _dropped(self) -> int:
        return self._nominal // 15  # 2 at 30 frames a second, 4 at 60.

    @property
    def _bound(self) -> int:
        hours = 24 if self._smpte else 100
        frames = hours * 3600 * self._nominal
        return frames - self._dropped * hours * 54 if self.dropFrame else frames

    def _set(self, total: int) -> None:
        if self._length is not None:
            inside = total % self._length if self.cycle else min(total, self._length)
            total = inside if total >= 0 else total
        if self._smpte:
            self._total = total % self._bound
        else:
            size = abs(total) % self._bound
            self._total = -size if total < 0 else size

    def _parts(self) -> tuple[int, int, int, int]:
        frames = abs(self._total)
        if self.dropFrame:
            minute = 60 * self._nominal - self._dropped
            tens, rest = divmod(frames, minute * 10 + self._dropped)
            # The first minute of every ten keeps all its numbers.
            later = max(0, (rest - self._dropped) // minute)
            frames += self._dropped * (tens * 9 + later)
        seconds, frame = divmod(frames, self._nominal)
        return seconds // 3600, seconds // 60 % 60, seconds % 60, frame


def _positive(fps: float) -> float:
    if not 0 < fps < 1e6:
        raise ValueError(f"The frame rate of a timecode is more than 0, not {fps}.")
    return float(fps)
