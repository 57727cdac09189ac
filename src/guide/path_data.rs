//! What counts as path data. Browsers complain of what they cannot read, so it is read here first.

/// The longest number, in characters: enough for any drawing, and too little for what a browser cannot draw.
const LONGEST_NUMBER: usize = 8;

/// Whether this is path data of SVG, written with commands, numbers, spaces and commas alone.
pub(super) fn is_path_data(data: &str) -> bool {
    data.starts_with(['M', 'm']) && commands(data).all(|(command, rest)| is_command(command, rest))
}

/// The letters, each with what stands before the next.
fn commands(data: &str) -> impl Iterator<Item = (char, &str)> {
    let is_letter = |it: char| it.is_alphabetic();
    data.char_indices().filter(move |(_, it)| is_letter(*it)).map(move |(idx, command)| {
        let rest = data.get(idx + command.len_utf8()..).unwrap_or_default();
        (command, rest.split(is_letter).next().unwrap_or_default())
    })
}

fn is_command(command: char, rest: &str) -> bool {
    let Some(numbers) = numbers(rest) else { return false };
    let many = |n: usize| !numbers.is_empty() && numbers.len().is_multiple_of(n);
    match command.to_ascii_uppercase() {
        'M' | 'L' | 'T' => many(2),
        'H' | 'V' => many(1),
        'S' | 'Q' => many(4),
        'C' => many(6),
        'A' => many(7) && numbers.chunks(7).all(|it| it.iter().skip(3).take(2).all(|flag| is_flag(flag))),
        'Z' => numbers.is_empty(),
        _ => false,
    }
}

/// Browsers read one digit for each of the two flags of an arc, and what follows as the next number.
fn is_flag(number: &str) -> bool {
    matches!(number, "0" | "1")
}

fn numbers(text: &str) -> Option<Vec<&str>> {
    let mut rest = text.trim_matches(' ');
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (number, after) = rest.split_at_checked(number_length(rest)?)?;
        found.push(number);
        rest = after.trim_start_matches(' ');
        if let Some(next) = rest.strip_prefix(',') {
            rest = next.trim_start_matches(' ');
            number_length(rest)?;
        }
    }
    Some(found)
}

/// How long the number is that stands at the start: `12`, `-3.5`, `.5`.
fn number_length(text: &str) -> Option<usize> {
    let n_digits = |it: &str| it.bytes().take_while(u8::is_ascii_digit).count();
    let sign = usize::from(text.starts_with('-'));
    let whole = n_digits(text.get(sign..)?);
    let fraction = text.get(sign + whole..)?.strip_prefix('.').map_or(0, n_digits);
    let length = sign + whole + if fraction > 0 { fraction + 1 } else { 0 };
    (whole + fraction > 0 && length <= LONGEST_NUMBER).then_some(length)
}
