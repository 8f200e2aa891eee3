"""Reading time: words and characters, whatever the script."""

from __future__ import annotations

import pytest

from mkdocs_blog_plugin.core.reading_time import Count, reading_minutes, words


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("", (0, 0)),
        ("<p>One two three.</p>", (3, 0)),
        ("<p>don't stop, it’s 3.5</p>", (5, 0)),
        ("<p>a &amp; b&nbsp;c</p>", (3, 0)),
        ("<p>one<br>two</p><p>three</p>", (3, 0)),
        ("<ul><li>a</li><li>b</li></ul>", (2, 0)),
        ("<pre><code>x = <span>y</span>(1)</code></pre>", (3, 0)),
        ("<p>a</p><script>b c</script><style>d</style><svg><title>e</title></svg>", (1, 0)),
        ("<p>a</p><!-- b c <p>d -->", (1, 0)),
        ("<p>naïve Café</p>", (2, 0)),
        ("<p>今日は天気がいい。</p>", (0, 8)),
        ("<p>我用 Python 写作</p>", (1, 4)),
        ("<p>한국어 문장은 띄어 씁니다</p>", (4, 0)),
        ("<p>हिन्दी में लिखा</p>", (3, 0)),
        ("<p>ภาษาไทยไม่มีช่องว่าง</p>", (4, 0)),
        ("<p>السلام عليكم</p>", (2, 0)),
        ("<p>Привет, мир!</p>", (2, 0)),
        ("plain text", (2, 0)),
        ("<script>never closed", (0, 0)),
    ],
)
def test_what_there_is_to_read(html: str, count: tuple[int, int]) -> None:
    assert words(html) == Count(words=count[0], cjk=count[1])


@pytest.mark.parametrize(
    ("html", "minutes"),
    [
        ("", 1),
        ("word " * 265, 1),
        ("word " * 266, 2),
        ("word " * 2650, 10),
        ("字" * 500, 1),
        ("字" * 4400, 9),
        ("字" * 250 + " word" * 132, 1),
        ("<img>" * 5, 1),  # 12 + 11 + 10 + 9 + 8 = 50 seconds
        ("<img>" * 6, 1),  # and 7
        ("<img>" * 7, 2),  # and 6
        ("<img>" * 30, 3),  # 75 for ten, then 3 each: 135 seconds
    ],
)
def test_minutes(html: str, minutes: int) -> None:
    assert reading_minutes(html) == minutes


def test_readers_differ() -> None:
    assert reading_minutes("word " * 500, words_per_minute=100) == 5
    assert reading_minutes("字" * 500, cjk_per_minute=100) == 5
