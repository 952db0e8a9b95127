import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

// The analyzers that Lucene has for each language, without stop words, so that every phrase can be found. Of each there
// is one a field: an analyzer has one stream at a time in a thread, and an article's title and body are two.
final class Languages {
    private static final CharArraySet NONE = CharArraySet.EMPTY_SET;

    static final Languages TITLES = new Languages(), BODIES = new Languages();

    private final Analyzer others = new StandardAnalyzer(NONE);
    private final Map<String, Analyzer> analyzers;

    private Languages() {
        analyzers = Map.ofEntries(
            Map.entry("ar", new ArabicAnalyzer(NONE)), Map.entry("bg", new BulgarianAnalyzer(NONE)),
            Map.entry("cs", new CzechAnalyzer(NONE)), Map.entry("da", new DanishAnalyzer(NONE)),
            Map.entry("de", new GermanAnalyzer(NONE)), Map.entry("en", new EnglishAnalyzer(NONE)),
            Map.entry("es", new SpanishAnalyzer(NONE)), Map.entry("fi", new FinnishAnalyzer(NONE)),
            Map.entry("fr", new FrenchAnalyzer(NONE)), Map.entry("hi", new HindiAnalyzer(NONE)),
            Map.entry("hu", new HungarianAnalyzer(NONE)), Map.entry("it", new ItalianAnalyzer(NONE)),
            Map.entry("ja", new CJKAnalyzer(NONE)), Map.entry("ko", new CJKAnalyzer(NONE)),
            Map.entry("nl", new DutchAnalyzer(NONE)), Map.entry("no", new NorwegianAnalyzer(NONE)),
            Map.entry("pt", new PortugueseAnalyzer(NONE)), Map.entry("ro", new RomanianAnalyzer(NONE)),
            Map.entry("ru", new RussianAnalyzer(NONE)), Map.entry("sv", new SwedishAnalyzer(NONE)),
            Map.entry("th", new ThaiAnalyzer(NONE)), Map.entry("tr", new TurkishAnalyzer(NONE)),
            Map.entry("zh", new CJKAnalyzer(NONE)));
    }

    Analyzer analyzer(String language) { return analyzers.getOrDefault(language.split("-")[0], others); }
}
