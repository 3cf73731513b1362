"""What is left out at the end of an article, and above all what is not."""

from __future__ import annotations

import pytest

from opedcheck.readers.tail import boilerplate

BODY = "\n\n".join(
    ("The council voted on Monday to raise the fee for parking in the old town, and few were pleased by it.",) * 4
)

GONE = [
    "Leave a Reply\n\nYour email address will not be published. Required fields are marked *",
    "Leave a comment\n\nName *\n\nEmail *\n\nPost Comment",
    "3 Comments",
    "Share this:\nFacebook\nTwitter",
    "Follow us on Twitter @OurPaper.\n\nJoin us on Facebook.",
    "Subscribe to our weekly newsletter",
    "Sign up for the daily Opinion e-mail newsletter.",
    "Related articles",
    "Read more: The council and the cars",
    "© 2023 The Paper. All rights reserved.",
    "Send letters to letters@paper.example",
    "This article was originally published in The Paper.",
    "The views expressed in this article are the author's own.",
    "Ann Writer contributed to this article.",
    "Ann Writer\n\nAnn Writer is a fellow at the Institute of Parking.",
    "By Ann Writer\n\nAnn Writer teaches law.\n\nLeave a Reply",
    "Ann Writer is a columnist for The Paper. Follow her on Twitter @annwriter.",
    "Ann Writer (@annwriter), a professor of law, is the author of “Cars”.",
    "The author is a fellow at the Institute of Parking.",
]
STAYS = [
    "Ann Writer is the mayor and she will lose the next election.",
    "Ann Writer is a professor at the University of Parking.",
    "The author is a fool.",
    "The author was wrong about the 1990s, and so are we.",
    "The report was published in March 2023 and says that fees doubled.",
    "The views expressed by the mayor reflect those of 5 million people.",
    "This article of the treaty was signed by 30 states.",
    "Follow the debate on Twitter and you would think that the town has 5 million cars.",
    "Copyright law must change by 2025.",
    "Share the road, as the slogan of 1998 said.",
    "Comments by the mayor in 2021 were no better.",
    "Subscribe to that view and you will pay $5 billion.",
    "And so it ends.",
    "Jo Mayor\n\nJo Mayor is the head of the council. He is a lawyer.",
    "Parking Fees\n\nParking Fees is a study that I like; Parking Fees has 300 pages and Fees sold well.",
]


@pytest.mark.parametrize("tail", GONE)
def test_boilerplate_is_left_out(tail: str) -> None:
    text = f"{BODY}\n\n{tail}\n"
    assert boilerplate(text) == ((len(BODY) + 2, len(text)),)


@pytest.mark.parametrize("tail", STAYS)
def test_a_last_paragraph_stays(tail: str) -> None:
    assert boilerplate(f"{BODY}\n\n{tail}\n") == ()


def test_a_bio_is_none_where_the_article_speaks_of_its_bearer() -> None:
    heading = "Ann Writer\n\nAnn Writer is the mayor, and her new book is a joke. Follow her @annwriter."
    assert boilerplate(f"Mayor Writer has failed.\n\n{BODY}\n\n{heading}") == ()
    assert boilerplate(f"By Ann Writer\n\n{BODY}\n\n{heading}") != ()


def test_the_known_author_needs_no_other_sign() -> None:
    tail = "Ann Writer is a professor at the University of Parking."
    text = f"{BODY}\n\n{tail}"
    assert boilerplate(text, "Ann Writer") == ((len(BODY) + 2, len(text)),)


def test_one_paragraph_a_line_counts_as_paragraphs() -> None:
    body = BODY.replace("\n\n", " again and again, and more so than ever before.\n")
    text = f"{body}\nLeave a Reply"
    assert boilerplate(text) == ((len(body) + 1, len(text)),)


@pytest.mark.parametrize("text", ["", "Leave a Reply", "Short.\n\nLeave a Reply", "Leave a Reply\n\n" * 50])
def test_what_is_mostly_boilerplate_is_kept(text: str) -> None:
    assert boilerplate(text) == ()


def test_boilerplate_in_the_middle_stays() -> None:
    assert boilerplate(f"{BODY}\n\nLeave a Reply\n\n{BODY}") == ()
