//! The budgets, and the figures of an earlier build that a later one is compared with.

use crate::places;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// What `xtask/size.json` keeps, all of it in bytes.
#[derive(Serialize, Deserialize)]
pub struct Kept {
    /// By file, what it may weigh as brotli 11. Figures may only get smaller by themselves; one is raised by hand.
    pub budgets: BTreeMap<String, usize>,
    /// By room and by crate, what its functions weigh in the WebAssembly, raw.
    pub rooms: BTreeMap<String, usize>,
}

/// What compilers and tools may differ by from one machine to the next.
fn with_leeway(weight: usize) -> usize {
    weight + weight / 100 + 300
}

impl Kept {
    /// As it was committed.
    pub fn read() -> Result<Kept> {
        let text = fs::read_to_string(path()).context("xtask/size.json is missing")?;
        serde_json::from_str(&text).context("xtask/size.json")
    }

    /// The files that weigh more than they may, each with how much.
    pub fn over(&self, weights: &[(&str, usize)]) -> Vec<String> {
        let over = |(file, weight): &(&str, usize)| {
            let budget = self.budgets.get(*file)?;
            (weight > budget).then(|| format!("{file} by {} bytes", weight - budget))
        };
        weights.iter().filter_map(over).collect()
    }

    /// A line for each room that has grown or is new, the most grown first.
    pub fn grown(&self, rooms: &BTreeMap<String, usize>) -> String {
        let mut grown: Vec<(usize, &str)> = rooms
            .iter()
            .map(|(room, now)| (now.saturating_sub(self.rooms.get(room).copied().unwrap_or_default()), &**room))
            .filter(|(more, _)| *more > 0)
            .collect();
        grown.sort_by(|one, other| other.cmp(one));
        let row = |(more, room): &(usize, &str)| format!("{room:<24} {more:>+10}");
        let head = format!("{:<24} {:>10}", "grown since", "raw");
        [head].into_iter().chain(grown.iter().map(row)).collect::<Vec<_>>().join("\n")
    }

    /// The same with the figures of now. A budget goes down with its file, and never up.
    pub fn renewed(mut self, weights: &[(&str, usize)], rooms: BTreeMap<String, usize>) -> Kept {
        for (file, weight) in weights {
            let now = with_leeway(*weight);
            let budget = self.budgets.entry((*file).to_owned()).or_insert(now);
            *budget = now.min(*budget);
        }
        self.rooms = rooms;
        self
    }

    /// Writes it where it is read from.
    pub fn write(&self) -> Result<()> {
        fs::write(path(), format!("{}\n", serde_json::to_string_pretty(self)?)).context("xtask/size.json")
    }
}

fn path() -> PathBuf {
    places::root().join("xtask/size.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> Kept {
        let figures = |rows: &[(&str, usize)]| rows.iter().map(|(name, it)| ((*name).to_owned(), *it)).collect();
        Kept { budgets: figures(&[("a.js", 1000), ("b.js", 9000)]), rooms: figures(&[("view", 10), ("yew", 20)]) }
    }

    fn rooms(rows: &[(&str, usize)]) -> BTreeMap<String, usize> {
        rows.iter().map(|(name, it)| ((*name).to_owned(), *it)).collect()
    }

    #[test]
    fn a_file_over_its_budget_is_told_with_how_much() {
        assert_eq!(kept().over(&[("a.js", 1000), ("b.js", 9001), ("new.js", 7)]), ["b.js by 1 bytes"]);
    }

    #[test]
    fn what_has_grown_is_told_and_nothing_else() {
        let grown = kept().grown(&rooms(&[("view", 12), ("yew", 19), ("session", 5)]));
        let words: Vec<Vec<&str>> = grown.lines().skip(1).map(|it| it.split_whitespace().collect()).collect();
        assert_eq!(words, [["session", "+5"], ["view", "+2"]]);
    }

    #[test]
    fn a_budget_goes_down_with_its_file_and_never_up() {
        let renewed = kept().renewed(&[("a.js", 1000), ("b.js", 2000), ("new.js", 7)], BTreeMap::new());
        assert_eq!(renewed.budgets, rooms(&[("a.js", 1000), ("b.js", 2320), ("new.js", 307)]));
    }
}
