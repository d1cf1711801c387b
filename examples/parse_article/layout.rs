//! Words on a terminal: color, width, wrapping, columns.

use std::io::IsTerminal;

/// Width where the terminal does not say its own.
const DEFAULT_WIDTH: usize = 100;

/// How wide to write, and whether in color.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub width: usize,
    color: bool,
}

/// What a piece of text is, for its color.
#[derive(Debug, Clone, Copy)]
pub enum Ink {
    Title,
    Section,
    Label,
    Evidence,
    Good,
    Open,
    Bad,
}

impl Style {
    /// As wide as `COLUMNS` says; color only on a terminal, unless `NO_COLOR`
    /// is set or the terminal knows none.
    pub fn from_env() -> Self {
        let set = |name| std::env::var_os(name).is_some_and(|v| !v.is_empty());
        let width = std::env::var("COLUMNS")
            .ok()
            .and_then(|c| c.trim().parse().ok())
            .unwrap_or(DEFAULT_WIDTH);
        let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
        Style {
            width: width.clamp(40, 160),
            color: std::io::stdout().is_terminal() && !set("NO_COLOR") && !dumb,
        }
    }

    /// `text` in the color of `ink`.
    pub fn paint(self, ink: Ink, text: &str) -> String {
        if !self.color || text.is_empty() {
            return text.to_owned();
        }
        let code = match ink {
            Ink::Title => "1",
            Ink::Section => "1;36",
            Ink::Label => "36",
            Ink::Evidence => "2",
            Ink::Good => "32",
            Ink::Open => "33",
            Ink::Bad => "31",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }
}

/// `text` on one line, without control characters: what an article holds must
/// not steer the terminal.
pub fn plain(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// `text` in lines of at most `width` columns, broken at spaces, and inside a
/// word only where it alone is too long.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        let needed = columns(word);
        if used > 0 && used + 1 + needed > width {
            lines.push(String::new());
            used = 0;
        }
        if used > 0 {
            push(&mut lines, ' ');
            used += 1;
        }
        for c in word.chars() {
            let wide = char_columns(c);
            if used > 0 && used + wide > width {
                lines.push(String::new());
                used = 0;
            }
            push(&mut lines, c);
            used += wide;
        }
    }
    lines
}

fn push(lines: &mut [String], c: char) {
    if let Some(line) = lines.last_mut() {
        line.push(c);
    }
}

/// `text` padded with spaces to `width` columns.
pub fn pad(text: &str, width: usize) -> String {
    let fill = width.saturating_sub(columns(text));
    format!("{text}{}", " ".repeat(fill))
}

/// How many columns `text` takes.
pub fn columns(text: &str) -> usize {
    text.chars().map(char_columns).sum()
}

/// Good enough for news in English with foreign names in it: marks take no
/// column, East Asian characters two.
fn char_columns(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}' => 2,
        _ => 1,
    }
}
