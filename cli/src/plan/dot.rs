//! The tree of the plan in the language of Graphviz.

use super::tree::{Branch, To, Tree, cut};
use super::words;
use crate::table::percent;
use fault_finder::guide::Guide;

/// The tree as a directed graph.
pub(super) fn dot(guide: &Guide, tree: &Tree) -> String {
    let mut graph = Graph { guide, lines: Vec::new(), n_nodes: 0 };
    graph.add(tree);
    let lines = graph.lines.concat();
    format!("// {}\ndigraph plan {{\n  rankdir=LR;\n  node [shape=box];\n{lines}}}\n", cut())
}

struct Graph<'a> {
    guide: &'a Guide,
    lines: Vec<String>,
    n_nodes: usize,
}

impl Graph<'_> {
    /// Adds a step and all behind it; returns the number of its node.
    fn add(&mut self, tree: &Tree) -> usize {
        let node = self.node(&format!("{}\n{:.1} minutes", words(self.guide, tree.made), tree.minutes), "box");
        for Branch { label, chance, to } in &tree.branches {
            let to = match to {
                To::Fixed => self.node("fixed", "ellipse"),
                To::Stopped => self.node("danger", "octagon"),
                To::Cut => self.node("...", "plaintext"),
                To::Step(tree) => self.add(tree),
            };
            let label = quoted(&format!("{label}\n{}", percent(*chance)));
            self.lines.push(format!("  n{node} -> n{to} [label={label}];\n"));
        }
        node
    }

    fn node(&mut self, label: &str, shape: &str) -> usize {
        let node = self.n_nodes;
        self.n_nodes += 1;
        self.lines.push(format!("  n{node} [label={}, shape={shape}];\n", quoted(label)));
        node
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
