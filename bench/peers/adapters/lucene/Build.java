import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

// Build INDEX RECORDS.jsonl: as many threads as the machine has cores, a buffer of 256 MB, default merging.
public final class Build {
    private static final int BATCH = 100;
    private static final List<String> END = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
        config.setRAMBufferSizeMB(256);
        try (Directory directory = FSDirectory.open(Paths.get(arguments[0]));
             IndexWriter writer = new IndexWriter(directory, config)) {
            add(writer, arguments[1]);
            writer.commit();
        }
    }

    private static void add(IndexWriter writer, String records) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        BlockingQueue<List<String>> queue = new ArrayBlockingQueue<>(16);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<Void>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) workers.add(executor.submit(worker(writer, queue)));
        try {
            feed(records, queue, workers);
        } finally {
            executor.shutdownNow();
        }
    }

    private static void feed(String records, BlockingQueue<List<String>> queue, List<Future<Void>> workers)
        throws Exception {
        try (BufferedReader lines = Files.newBufferedReader(Paths.get(records))) {
            List<String> batch = new ArrayList<>();
            for (String line; (line = lines.readLine()) != null;) {
                batch.add(line);
                if (batch.size() < BATCH) continue;
                put(queue, batch, workers);
                batch = new ArrayList<>();
            }
            put(queue, batch, workers);
        }
        put(queue, END, workers);
        for (Future<Void> worker : workers) worker.get();
    }

    // A worker that failed says so here, instead of leaving the queue full for ever.
    private static void put(BlockingQueue<List<String>> queue, List<String> batch, List<Future<Void>> workers)
        throws Exception {
        while (!queue.offer(batch, 1, TimeUnit.SECONDS))
            for (Future<Void> worker : workers) if (worker.isDone()) worker.get();
    }

    private static Callable<Void> worker(IndexWriter writer, BlockingQueue<List<String>> queue) {
        return () -> {
            for (List<String> batch; (batch = queue.take()) != END;)
                for (String line : batch) writer.addDocument(new Article(line).document());
            queue.put(END);  // for the others
            return null;
        };
    }
}
