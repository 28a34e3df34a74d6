"""Five faces, two of which are satisfied."""

from contracts.survey_words import SATISFIED, Face


def test_there_are_five_faces_from_one_to_five_and_the_upper_two_are_satisfied() -> None:
    assert [face.value for face in Face] == [1, 2, 3, 4, 5]
    assert {face.value for face in SATISFIED} == {4, 5}
