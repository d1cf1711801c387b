//! Text made to break the room: nothing panics, spans hold, time is linear.

use super::*;

/// A small generator of numbers, the same on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap_or(1)).unwrap_or(0)
    }
}

#[test]
fn nothing_panics_and_offsets_hold() {
    const PARTS: [&str; 64] = [
        "\n",
        "\n\n",
        " ",
        "  ",
        "\r\n",
        "\t",
        "---\n",
        "title: \"a\\u20",
        "\\",
        "'",
        "''",
        "\"",
        "“",
        "”",
        "’",
        "—",
        "–",
        "&amp;",
        "&",
        "&#8217;",
        "&#x;",
        "&rsquo;",
        "<p>",
        "</p>",
        "<br/>",
        "<div class=\"related\">",
        "<a href='x'>",
        "</a>",
        "<",
        ">",
        "<title>",
        "<script>",
        "[",
        "](http://x)",
        "]",
        "(",
        ")",
        "![",
        "*",
        "**",
        "_",
        "`",
        "``",
        "# ",
        "> ",
        "- ",
        "1. ",
        "(Reuters)",
        " -- ",
        "SEOUL, July 19",
        "2024-07-19",
        "19/07/2024",
        "13:59",
        "by ",
        "Photo: ",
        "é",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "\u{85}",
        "日本",
        "the ministers agreed to meet",
        "Share",
        ".",
    ];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..4000 {
        let length = 1 + random.below(40);
        let input: String = (0..length)
            .map(|_| PARTS.get(random.below(PARTS.len())).copied().unwrap_or("x"))
            .collect();
        let page = read(&input, None);
        for piece in &page.pieces {
            for (at, c) in page.text[piece.range.clone()].char_indices() {
                let start = piece.range.start + at;
                let span = page.map.span(start..start + c.len_utf8());
                let _ = &input[span.range()];
            }
        }
        for dropped in &page.dropped {
            let _ = &input[dropped.span.range()];
        }
    }
}

#[test]
fn time_is_linear() {
    for unit in [
        "[",
        "[a](http",
        "<",
        "<b ",
        "&",
        "<div>",
        "a\n",
        "``",
        "'",
        "*",
        "9 ",
        "1. a\n",
        "2024-",
        "By a\n",
        "A, ",
        "(a",
        "# a\n",
        "---\n",
        "Share\n",
        "Leave a comment\n",
        "Title of it\nThe ministers met and agreed to talk again, they said.\n\n",
        "Title of it - News",
        "The ministers met and agreed to talk, they said.\n",
    ] {
        let once = |input: &str| {
            let start = std::time::Instant::now();
            let _ = read(input, None);
            start.elapsed().as_secs_f64()
        };
        // The best of three: other programs run, too.
        let time = |count: usize| {
            let input = unit.repeat(count);
            (0..3).map(|_| once(&input)).fold(f64::MAX, f64::min)
        };
        // Forty times the input: forty times the time, or sixteen hundred times.
        let small = time(500).max(0.000_2);
        let large = time(20_000);
        assert!(large < small * 400.0, "{unit:?}: {small} then {large}");
    }
}
