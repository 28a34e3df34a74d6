from __future__ import annotations

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from display_board.media.playlist import MediaFile, files_in, next_file

FILES = tuple(MediaFile(Path(f"/media/{name}"), name.endswith("4"), 0) for name in ("a.png", "b.mp4", "c.jpg"))


def test_pictures_and_videos_come_by_name_and_all_else_is_left_alone(tmp_path: Path) -> None:
    for name in ("b.MP4", "A.jpeg", "c.webm", "d.PNG", "notes.txt", ".hidden.png", "list.m3u8"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.png.d").mkdir()
    found = files_in(tmp_path)
    assert [(one.path.name, one.video) for one in found] == [
        ("A.jpeg", False),
        ("b.MP4", True),
        ("c.webm", True),
        ("d.PNG", False),
    ]


def test_a_folder_that_went_is_an_empty_one(tmp_path: Path) -> None:
    assert files_in(tmp_path / "stick") == ()


def test_a_file_copied_over_another_is_another(tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"x")
    (before,) = files_in(tmp_path)
    os.utime(picture, ns=(1, before.changed_ns + 1))
    (after,) = files_in(tmp_path)
    assert before != after


def test_files_go_round() -> None:
    shown, last = [], None
    for _ in range(4):
        last = next_file(FILES, last)
        shown.append(last)
    assert shown == [*FILES, FILES[0]]


def test_a_file_that_was_deleted_is_followed_by_the_next_by_name() -> None:
    gone = MediaFile(Path("/media/bb.png"), False, 0)
    assert next_file(FILES, gone) == FILES[2]


def test_what_is_passed_over_has_no_turn() -> None:
    assert next_file(FILES, FILES[0], {FILES[1]}) == FILES[2]
    assert next_file(FILES, FILES[0], set(FILES)) is None
    assert next_file((), None) is None


@given(st.sets(st.sampled_from(range(20)), min_size=1), st.sets(st.sampled_from(range(20))))
def test_every_usable_file_is_shown_once_in_a_round(names: set[int], broken: set[int]) -> None:
    files = [MediaFile(Path(f"/media/{name:02}.png"), False, 0) for name in sorted(names)]
    passed_over = {one for one in files if int(one.path.stem) in broken}
    usable = [one for one in files if one not in passed_over]
    shown: list[MediaFile | None] = []
    last = None
    for _ in usable:
        last = next_file(files, last, passed_over)
        shown.append(last)
    assert shown == usable
