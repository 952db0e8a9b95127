import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

// A line of a file of queries (bench/queries/query_set.hpp) and what it becomes.
final class Asked {
    final String id, kind, language;
    final boolean facets, snippets;
    final Query words;     // what passages show
    final Query filtered;  // the same, in the asked time and of the asked source
    private final String operator, text;

    Asked(String line) {
        String[] fields = line.split("\t", -1);
        id = fields[0];
        kind = fields[1];
        language = fields[2];
        operator = fields[3];
        text = fields[4];
        facets = fields[8].equals("1");
        snippets = fields[9].equals("1");
        words = words();
        filtered = filtered(fields[5], fields[6], fields[7]);
    }

    // What the analyzer makes of it: a term, or a phrase of several.
    private Query phrase(String of) {
        Query made = new QueryBuilder(Languages.BODIES.analyzer(language)).createPhraseQuery("body", of);
        return made == null ? new MatchNoDocsQuery() : made;
    }

    private Query words() {
        if (operator.equals("PHRASE")) return phrase(text);
        if (operator.equals("PREFIX")) return new PrefixQuery(new Term("body", text));
        String[] each = text.trim().split(" +");
        if (each.length == 1) return phrase(text);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        BooleanClause.Occur occur = operator.equals("OR") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST;
        for (String word : each) all.add(phrase(word), occur);
        return all.build();
    }

    private Query filtered(String begin, String end, String source) {
        if (begin.isEmpty() && end.isEmpty() && source.isEmpty()) return words;
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(words, BooleanClause.Occur.MUST);
        if (!begin.isEmpty() || !end.isEmpty()) {
            long first = begin.isEmpty() ? 0 : Long.parseLong(begin);
            long last = end.isEmpty() ? 99999999 : Long.parseLong(end);
            all.add(new IndexOrDocValuesQuery(LongPoint.newRangeQuery("date", first, last),
                NumericDocValuesField.newSlowRangeQuery("date", first, last)), BooleanClause.Occur.FILTER);
        }
        if (!source.isEmpty()) all.add(new TermQuery(new Term("source", source)), BooleanClause.Occur.FILTER);
        return all.build();
    }
}
