package io.github.melascope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.app.DeviceBench;
import io.github.melascope.app.DeviceFacts;
import io.github.melascope.app.SelfTest;
import java.util.Locale;

/** What there is to run on, for other programs. What is not known is null. */
final class DevicesJson {
    private DevicesJson() {}

    static ObjectNode facts(DeviceFacts facts) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode processor = node.putObject("processor");
        processor.put("name", facts.processor());
        processor.put("threads", facts.threads());
        facts.extensions().forEach(processor.putArray("extensions")::add);
        node.putObject("memory").put("totalBytes", facts.memory()).put("freeBytes", facts.freeMemory());
        node.set("answering", library(facts.answering()));
        node.set("training", library(facts.training()));
        facts.codes().forEach(node.putArray("devices")::add);
        ObjectNode cuda = node.putObject("cuda");
        cuda.put("usable", facts.whyNotCuda().isEmpty());
        cuda.put("whyNot", facts.whyNotCuda().map(String::valueOf).orElse(null));
        cuda.put("driver", facts.driver().orElse(null));
        ArrayNode cards = cuda.putArray("cards");
        facts.cards()
                .forEach(card -> cards.addObject()
                        .put("name", card.name())
                        .put("bytes", card.bytes())
                        .put("computeCapability", card.capability()));
        return node;
    }

    private static ObjectNode library(DeviceFacts.Library library) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("version", library.version().isEmpty() ? null : library.version());
        node.put("problem", library.problem().map(Throwable::getMessage).orElse(null));
        return node;
    }

    static ObjectNode selfTest(SelfTest test) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("verdict", test.verdict().name().toLowerCase(Locale.ROOT));
        node.put("model", test.model());
        node.put("pictures", test.pictures());
        ArrayNode lines = node.putArray("runtimes");
        test.lines()
                .forEach(line -> lines.addObject()
                        .put("runtime", line.runtime())
                        .put("good", line.good())
                        .put("largestDifference", line.failure().isEmpty() ? (Double) line.largest() : null)
                        .put("tolerance", line.tolerance())
                        .put("millisecondsAnImage", line.failure().isEmpty() ? (Double) line.milliseconds() : null)
                        .put("failure", line.failure().isEmpty() ? null : line.failure()));
        return node;
    }

    static ObjectNode bench(DeviceBench bench) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("device", bench.device());
        node.put("answersPerSecond", bench.answers());
        node.put("images", bench.images());
        node.put(
                "quickSeconds",
                bench.quick().isPresent() ? (Double) bench.quick().getAsDouble() : null);
        node.put("fullSeconds", bench.full().isPresent() ? (Double) bench.full().getAsDouble() : null);
        node.put("quickPeakBytes", bench.quickPeak());
        node.put("fullPeakBytes", bench.fullPeak());
        node.put("loadBefore", bench.load() >= 0 ? (Double) bench.load() : null);
        return node;
    }
}
