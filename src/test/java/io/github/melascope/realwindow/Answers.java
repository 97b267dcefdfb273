package io.github.melascope.realwindow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * A child's side of {@link Child}: questions of tab-separated words come in on standard input and are answered on standard
 * output, one line each. When the input ends the process ends: nobody is there to ask any more.
 */
final class Answers {
    static final String YES = "yes ";
    private static final String NO = "no ";
    private static final int PATIENCE_SECONDS = 50;

    private final Map<String, Question> questions = new HashMap<>();
    private final PrintStream out = System.out;

    /** Gives the answer, on the thread it is called on. */
    interface Question {
        Object answer(List<String> words) throws Exception;
    }

    /** Answered on the toolkit's thread. */
    Answers with(String name, Question question) {
        return beside(name, words -> onWindowThread(() -> question.answer(words)));
    }

    /** Answered beside the toolkit's thread: for what waits for it. */
    Answers beside(String name, Question question) {
        questions.put(name, question);
        return this;
    }

    /** What may throw. */
    interface Work<T> {
        T run() throws Exception;
    }

    static <T> T onWindowThread(Work<T> work) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.run());
            } catch (Exception | AssertionError e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void start() {
        Thread thread = new Thread(this::serve, "answers");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(answer(Arrays.asList(line.split("\t", -1))).replace('\n', ' '));
                out.flush();
            }
        } catch (IOException e) {
            // as good as its end
        }
        Runtime.getRuntime().halt(1);
    }

    private String answer(List<String> words) {
        try {
            Question question = questions.get(words.get(0));
            return question == null ? NO + "unknown question" : YES + question.answer(words.subList(1, words.size()));
        } catch (Exception e) {
            return NO + e;
        }
    }
}
