//! The report of a simulation in words.

use super::{Against, Measures, Perturbed, Report, Spread};
use crate::table::{one, percent, ratio, table};

/// The report as a person reads it.
pub fn show(report: &Report) -> String {
    let Report { against_article, told, .. } = report;
    let Against { total, home, service_visits, fixed } = against_article;
    let against = format!(
        "The plan against the article: {} of the minutes, {} of the minutes at home, {} of the visits to service; {:+.1} \
         points fixed at home.\n",
        ratio(*total),
        ratio(*home),
        ratio(*service_visits),
        100.0 * fixed,
    );
    let told = ratio(*told);
    let told =
        format!("Nobody can get below {told} of the article's minutes: those of people who are told their fault.\n");
    let perturbed: String = report.perturbed.iter().map(|it| words(report, it)).collect();
    format!("{}\n{}\n{against}{told}{perturbed}", head(report), orders(&report.orders))
}

fn head(report: &Report) -> String {
    let Report { guide, settings, service_minutes, .. } = report;
    let mut parts = vec![format!("{guide}: {} people, seed {}", settings.people, settings.seed)];
    parts.push(format!("service counts as {service_minutes} minutes"));
    if settings.not_sure > 0.0 {
        parts.push(format!("{} not sure of an answer", percent(settings.not_sure)));
    }
    if settings.noise > 0.0 {
        parts.push(format!("answers blurred by {}", percent(settings.noise)));
    }
    parts.join(", ") + "\n"
}

fn orders(orders: &[Measures]) -> String {
    let headings = [
        "minutes by order",
        "mean",
        "median",
        "95 %",
        "at home",
        "median",
        "95 %",
        "steps",
        "fixed",
        "service",
        "stopped",
    ];
    let spread = |it: &Spread| [it.mean, it.median, it.percentile_95].map(one);
    let row = |it: &Measures| {
        let mut row = vec![it.order.to_owned()];
        row.extend(spread(&it.total));
        row.extend(spread(&it.home));
        row.push(one(it.steps));
        row.extend([it.fixed, it.service, it.stopped].map(percent));
        row
    };
    table(&headings, &orders.iter().map(row).collect::<Vec<_>>())
}

fn words(report: &Report, it: &Perturbed) -> String {
    let [low, middle, high] = it.ratio.map(ratio);
    format!(
        "\nWith true weights up to {} times smaller or larger than the guide says ({} draws, {} people each):\n  \
         the plan takes {low} / {middle} / {high} of the article's minutes (5th, 50th, 95th percentile);\n  \
         a plan from the true weights ({} states) would save {:.2} minutes in the mean, {:.2} at the 95th percentile.\n",
        report.settings.perturb.unwrap_or(1.0),
        it.draws,
        it.people,
        it.n_states,
        it.regret,
        it.regret_95,
    )
}
