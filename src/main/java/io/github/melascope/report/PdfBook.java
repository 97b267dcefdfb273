package io.github.melascope.report;

import io.github.melascope.base.Words;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.io.IOUtils;

/**
 * A PDF of many images: the front, then a page for each. Pages are drawn as they come and lie in a temporary file until all is
 * written, so that memory does not grow with their number. Equal content gives equal bytes. One thread at a time.
 */
public final class PdfBook implements Closeable {
    private final Words words;
    private final LocalDate date;
    private final Front front;
    private final PdfFile file;

    /** @param front may still be filled until the book is written */
    public PdfBook(Words words, Front front, LocalDate date) {
        this.words = words;
        this.front = front;
        this.date = date;
        this.file =
                new PdfFile(new FontFiles(), IOUtils.createTempFileOnlyStreamCache(), words, front.title(words), date);
    }

    /** Adds the page of an image and returns its index among them, 0 for the first. */
    public int add(ReportModel model) throws IOException {
        ImagePage.add(file, model);
        return file.pages() - 1;
    }

    /** Puts the front before the pages and writes the file; nothing can be added after that. */
    public void writeTo(OutputStream out) throws IOException {
        AtomicInteger before = new AtomicInteger(); // pages of the front, which its table counts too
        Flow flow = file.measure(ruler -> front.flow(ruler, words, image -> before.get() + image + 1));
        before.set(flow.pages());
        for (int i = 0; i < flow.pages(); i++) {
            int index = i;
            file.insert(index, (page, embedding) -> front.draw(page, embedding, words, date, flow, index));
        }
        int pages = file.pages();
        for (int i = 0; i < pages; i++) {
            int number = i + 1;
            file.over(i, (page, embedding) -> Footer.number(page, words, number, pages));
        }
        file.identify(front.content());
        file.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
