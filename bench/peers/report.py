"""Figures as tables: for the terminal and for a file of results, which are the same Markdown."""
import collections
import statistics

FIRST, OURS = "Lucene", "dateline"  # whom the others are divided by


def median(values):
    return statistics.median(values)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def ratio(of, to, get):
    """The median over the rounds: what was measured one after the other is compared, not what was hours apart."""
    if not of or not to:
        return "–"
    return f"{median([get(a) / get(b) for a, b in zip(of, to)]):.2f}"


def number(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def table(head, rows):
    return "\n".join("| " + " | ".join(map(str, cells)) + " |" for cells in [head, ["---"] * len(head), *rows]) + "\n"


def build_table(costs, sizes, text_bytes):
    """`costs`: name → a measure.Cost a round."""
    head = ["", "seconds", f"÷ {FIRST}", f"÷ {OURS}", "CPU s", f"÷ {FIRST}", f"÷ {OURS}", "CPU ms/MB", "peak MB",
            "index MB", "bytes a byte of text"]
    rows = []
    for name, rounds in costs.items():
        row = [name]
        for get in (lambda cost: cost.wall, lambda cost: cost.cpu):
            row += [number(median(map(get, rounds)))]
            row += [ratio(rounds, costs.get(other), get) for other in (FIRST, OURS)]
        row += [number(median([cost.cpu for cost in rounds]) * 1e9 / text_bytes),
                number(max(cost.peak for cost in rounds) / 1e6),
                number(sizes[name] / 1e6), f"{sizes[name] / text_bytes:.2f}"]
        rows.append(row)
    return table(head, rows)


def times_by_kind(rounds):
    """`rounds`: for each, a list of (query, kind, milliseconds). Of each query the median counts."""
    times, kinds = collections.defaultdict(list), {}
    for answers in rounds:
        for query, kind, milliseconds in answers:
            times[query].append(milliseconds)
            kinds[query] = kind
    by_kind = collections.defaultdict(list)
    for query, of_query in times.items():
        by_kind[kinds[query]].append(median(of_query))
        by_kind["all"] += [by_kind[kinds[query]][-1]] if not kinds[query].endswith("_base") else []
    return by_kind


def query_table(answers):
    """`answers`: name → rounds."""
    by_name = {name: times_by_kind(rounds) for name, rounds in answers.items()}
    kinds = sorted({kind for of_name in by_name.values() for kind in of_name} - {"all"}) + ["all"]
    rows = []
    for kind in kinds:
        cells = []
        for of_name in by_name.values():
            times = of_name.get(kind)
            cells.append(f"{percentile(times, 0.5):.2f}, {percentile(times, 0.99):.2f}" if times else "–")
        most = max(len(of_name.get(kind, ())) for of_name in by_name.values())
        rows.append([kind, most, *cells])
    return table(["ms: p50, p99", "n", *by_name], rows)


def query_ratios(answers):
    """The median over the kinds that both answer, each kind by its p50 and its p99."""
    by_name = {name: times_by_kind(rounds) for name, rounds in answers.items()}
    rows = []
    for name, of_name in by_name.items():
        row = [name]
        for other in (FIRST, OURS):
            common = [kind for kind in of_name if kind in by_name.get(other, {}) and kind != "all"]
            for share in (0.5, 0.99):
                ratios = [percentile(of_name[kind], share) / percentile(by_name[other][kind], share) for kind in common]
                row.append(f"{median(ratios):.2f}" if ratios else "–")
        rows.append(row)
    return table(["", f"p50 ÷ {FIRST}", f"p99 ÷ {FIRST}", f"p50 ÷ {OURS}", f"p99 ÷ {OURS}"], rows)


def check_table(plain, found):
    """`plain`: [language, word, articles]; `found`: name → word → articles. Far fewer are printed bold."""
    rows = []
    for language, word, articles in plain:
        cells = []
        for counts in found.values():
            count = counts.get(word, -1)
            cells.append("–" if count < 0 else f"**{count}**" if count < 0.8 * articles else count)
        rows.append([f"{word} ({language})", articles, *cells])
    return table(["articles with", "plain text", *found], rows)
