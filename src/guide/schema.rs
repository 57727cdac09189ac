//! The JSON schema of the guide document, for editors and for authors; made from the types, on the host only.

use super::Guide;

/// The schema as pretty JSON with a final line break.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Guide);
    format!("{:#}\n", schema.as_value())
}
