import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;

// A line of JSON as a document: `title`, and `body` (title and text), with positions; all fields stored.
final class Article {
    private static final JsonFactory JSON = new JsonFactory();
    private static final FacetsConfig FACETS = new FacetsConfig();

    static {
        FACETS.setMultiValued("speaker", true);
    }

    private final Map<String, String> fields = new HashMap<>();
    private final List<String> speakers = new ArrayList<>();

    Article(String line) throws IOException {
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.getCurrentName();
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY)
                        if (name.equals("speakers")) speakers.add(parser.getText());
                } else {
                    fields.put(name, parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
                }
            }
        }
    }

    private String get(String name) { return fields.getOrDefault(name, ""); }

    // 2024-03-01 as 20240301
    private long day() {
        String digits = get("date").replace("-", "");
        return digits.length() < 8 ? 0 : Long.parseLong(digits.substring(0, 8));
    }

    private static void facet(Document document, String name, String value) {
        if (!value.isEmpty()) document.add(new SortedSetDocValuesFacetField(name, value));
    }

    Document document() throws IOException {
        String title = get("title"), text = get("text"), language = get("lang");
        Document document = new Document();
        document.add(new StringField("id", get("id"), Field.Store.YES));
        document.add(new BinaryDocValuesField("id", new BytesRef(get("id"))));
        document.add(new StoredField("title", title));
        document.add(new Field("title",
            Languages.TITLES.analyzer(language).tokenStream("title", title), TextField.TYPE_NOT_STORED));
        document.add(new StoredField("text", text));
        String body = title + "\n" + text;
        document.add(new Field("body",
            Languages.BODIES.analyzer(language).tokenStream("body", body), TextField.TYPE_NOT_STORED));
        document.add(new StringField("source", get("source"), Field.Store.YES));
        document.add(new LongPoint("date", day()));
        document.add(new NumericDocValuesField("date", day()));
        document.add(new StoredField("date", get("date")));
        facet(document, "source", get("source"));
        facet(document, "year", day() == 0 ? "" : String.valueOf(day() / 10000));
        for (String speaker : speakers) facet(document, "speaker", speaker);
        return FACETS.build(document);
    }
}
