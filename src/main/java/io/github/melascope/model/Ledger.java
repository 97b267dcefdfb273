package io.github.melascope.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code openings.jsonl}: how often the test part was opened for a model, one line each, only ever appended. An opening
 * is written down before the test part is looked at; one that cannot be written down must not happen.
 *
 * @param file the ledger, which need not exist yet
 */
public record Ledger(Path file) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String UNREADABLE = "unreadable";

    /** The openings so far, oldest first. A line that cannot be read still counts as one. */
    public List<Opening> read() throws ProblemException {
        List<Opening> openings = new ArrayList<>();
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.isBlank()).forEach(line -> openings.add(parse(line)));
            return openings;
        } catch (NoSuchFileException e) {
            return openings;
        } catch (IOException e) {
            throw Refusal.failed("problem.file.unread", file, e);
        }
    }

    private static Opening parse(String line) {
        try {
            JsonNode json = MAPPER.readTree(line);
            return new Opening(
                    json.path("date").asText(UNREADABLE),
                    json.path("command").asText(UNREADABLE),
                    json.path("exam").asText(UNREADABLE));
        } catch (JsonProcessingException e) {
            return new Opening(UNREADABLE, UNREADABLE, UNREADABLE);
        }
    }

    static String line(Opening opening) {
        return JsonNodeFactory.instance
                        .objectNode()
                        .put("date", opening.date())
                        .put("command", opening.command())
                        .put("exam", opening.exam())
                + "\n";
    }

    /**
     * Writes one opening down, on the disk before this returns.
     *
     * @return how many openings there are now
     * @throws ProblemException when it could not be written: the test part must stay closed then
     */
    public int append(Opening opening) throws ProblemException {
        String line = line(opening);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            ByteBuffer text = StandardCharsets.UTF_8.encode((endsInsideALine(channel, end) ? "\n" : "") + line);
            while (text.hasRemaining()) {
                end += channel.write(text, end);
            }
            channel.force(true);
        } catch (IOException e) {
            throw Refusal.failed("problem.model.opening", file, e);
        }
        return read().size();
    }

    /** After a kill or a full disk the last line may be cut short; the next one must not grow out of it. */
    private static boolean endsInsideALine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
    }
}
