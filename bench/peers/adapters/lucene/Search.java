import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;

// Search INDEX QUERIES.tsv ROUNDS: for each query and round a line as adapters/peer.py's answer() prints it.
public final class Search {
    // Untimed rounds, so that the timed ones run compiled.
    private static final int WARMING = 20;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final SortedSetDocValuesReaderState facets;
    private final Map<String, UnifiedHighlighter> highlighters = new HashMap<>();

    private Search(String index) throws IOException {
        reader = DirectoryReader.open(FSDirectory.open(Paths.get(index)));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);  // the same query is asked again, and is to be answered again
        SortedSetDocValuesReaderState state = null;
        try {
            state = new DefaultSortedSetDocValuesReaderState(reader);
        } catch (IllegalArgumentException noArticleHasAFacet) {
            // then none is asked for
        }
        facets = state;
    }

    private UnifiedHighlighter highlighter(String language) {
        return highlighters.computeIfAbsent(language, l -> {
            UnifiedHighlighter made = new UnifiedHighlighter(searcher, Languages.BODIES.analyzer(l));
            made.setMaxLength(1_000_000);
            made.setFieldMatcher(field -> true);  // words are looked for in `body`, passages shown of `text`
            return made;
        });
    }

    private void find(Asked query) throws IOException {
        TopDocs top;
        if (query.facets) {
            FacetsCollector collector = new FacetsCollector();
            top = FacetsCollector.search(searcher, query.filtered, 10, collector);
            Facets counts = new SortedSetDocValuesFacetCounts(facets, collector);
            for (String name : new String[] {"source", "year", "speaker"}) counts.getTopChildren(10, name);
        } else {
            top = searcher.search(query.filtered, 10);
        }
        for (ScoreDoc hit : top.scoreDocs) id(hit.doc);
        if (query.snippets) highlighter(query.language).highlight("text", query.words, top, 2);
    }

    private String id(int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        BinaryDocValues ids = leaf.reader().getBinaryDocValues("id");
        return ids.advanceExact(document - leaf.docBase) ? ids.binaryValue().utf8ToString() : "";
    }

    private void answer(int round, Asked query, StringBuilder to) throws IOException {
        long start = System.nanoTime();
        find(query);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (round < 0) return;
        int total = round == 0 ? searcher.count(query.filtered) : -1;
        to.append(String.format("%d\t%s\t%s\t%d\t%.4f\n", round, query.id, query.kind, total, milliseconds));
    }

    public static void main(String[] arguments) throws Exception {
        List<Asked> queries = new ArrayList<>();
        for (String line : Files.readAllLines(Paths.get(arguments[1])))
            if (!line.startsWith("#")) queries.add(new Asked(line));
        Search search = new Search(arguments[0]);
        int rounds = Integer.parseInt(arguments[2]);
        StringBuilder answers = new StringBuilder();
        for (Asked query : queries) search.answer(0, query, answers);
        for (int round = rounds > 0 ? -WARMING : 1; round <= rounds; round++) {
            if (round == 0) continue;
            Collections.shuffle(queries, new Random(round));
            for (Asked query : queries) search.answer(round, query, answers);
        }
        System.out.print(answers);
    }
}
