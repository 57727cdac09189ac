//! Links that hold a text themselves, so that handing it over needs neither a server nor a script.

use std::fmt::Write;

/// Mail programs take links of about this length. What is longer some of them cut, and some do nothing at all.
const MAX_BODY: usize = 1_800;

/// A link to a file that holds this text.
pub(super) fn data(media_type: &str, text: &str) -> String {
    format!("data:{media_type};charset=utf-8,{}", encoded(text))
}

/// A link that starts an e-mail. A body that is too long for one is cut after a line, and ends with this sentence.
pub(super) fn mail(address: &str, subject: &str, body: &str, rest: &str) -> String {
    // Lines in an e-mail end like this (RFC 6068).
    let lines: Vec<_> = body.lines().map(|it| encoded(it) + "%0D%0A").collect();
    let mut body = lines.concat();
    if body.len() > MAX_BODY {
        let rest = encoded(&format!("…\r\n\r\n{rest}"));
        let mut left = MAX_BODY.saturating_sub(rest.len());
        let fits = |line: &&String| {
            let is_room = line.len() <= left;
            left = left.saturating_sub(line.len());
            is_room
        };
        let kept: Vec<_> = lines.iter().take_while(fits).map(String::as_str).collect();
        body = kept.concat() + &rest;
    }
    format!("mailto:{address}?subject={}&body={body}", encoded(subject))
}

/// The address in a link that starts an e-mail.
pub(super) fn mail_address(url: &str) -> Option<&str> {
    url.strip_prefix("mailto:")?.split('?').next()
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}
