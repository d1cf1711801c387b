//! How the grammar reads a text: the units of each sentence and its clauses.
//! For people who work on the grammar: `cargo run --example explain [FILE]`.

fn main() -> std::io::Result<()> {
    let text = match std::env::args().nth(1) {
        Some(file) => std::fs::read_to_string(file)?,
        None => include_str!("data/summit.txt").to_owned(),
    };
    print!(
        "{}",
        demarche::bench::explain(&demarche::Parser::default(), &text)
    );
    Ok(())
}
