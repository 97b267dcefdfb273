package io.github.melascope.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.melascope.base.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The last self-test and benchmark of this computer, kept in a file. It holds nothing that could not be measured again: a file
 * that cannot be read or written is passed over, with a line in the log.
 *
 * @param file JSON
 */
public record DeviceResults(Path file) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What is kept, with the days it was found. */
    public record Kept(
            Optional<SelfTest> selfTest,
            Optional<LocalDate> tested,
            Optional<DeviceBench> bench,
            Optional<LocalDate> measured) {
        public static final Kept NOTHING =
                new Kept(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** The same with a test of today. */
        public Kept with(SelfTest test) {
            return new Kept(Optional.of(test), Optional.of(today()), bench, measured);
        }

        /** The same with a benchmark of today. */
        public Kept with(DeviceBench fresh) {
            return new Kept(selfTest, tested, Optional.of(fresh), Optional.of(today()));
        }

        private static LocalDate today() {
            return LocalDate.now(ZoneId.systemDefault());
        }
    }

    /** As the file holds it. */
    private record Written(
            @Nullable String tested,
            @Nullable SelfTest selfTest,
            @Nullable String measured,
            @Nullable Bench bench) {}

    /** {@link DeviceBench} as the file holds it; null for what was not measured. */
    private record Bench(
            String device,
            double answers,
            int images,
            @Nullable Double quick,
            @Nullable Double full,
            long quickPeak,
            long fullPeak,
            double load) {
        static Bench of(DeviceBench bench) {
            return new Bench(
                    bench.device(),
                    bench.answers(),
                    bench.images(),
                    bench.quick().isPresent() ? bench.quick().getAsDouble() : null,
                    bench.full().isPresent() ? bench.full().getAsDouble() : null,
                    bench.quickPeak(),
                    bench.fullPeak(),
                    bench.load());
        }

        DeviceBench read() {
            return new DeviceBench(device, answers, images, optional(quick), optional(full), quickPeak, fullPeak, load);
        }

        private static OptionalDouble optional(@Nullable Double value) {
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
    }

    /** Beside the user's own models and trainings. */
    public static DeviceResults of(AppContext context) {
        return new DeviceResults(context.runs().resolveSibling("devices.json"));
    }

    public Kept load() {
        try {
            if (Files.exists(file)) {
                Written written = JSON.readValue(Files.readAllBytes(file), Written.class);
                return new Kept(
                        Optional.ofNullable(written.selfTest()),
                        Optional.ofNullable(written.tested()).map(LocalDate::parse),
                        Optional.ofNullable(written.bench()).map(Bench::read),
                        Optional.ofNullable(written.measured()).map(LocalDate::parse));
            }
        } catch (IOException | RuntimeException e) {
            passOver(e);
        }
        return Kept.NOTHING;
    }

    public void save(Kept kept) {
        try {
            AtomicFiles.write(
                    file,
                    JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(new Written(
                                    kept.tested().map(String::valueOf).orElse(null),
                                    kept.selfTest().orElse(null),
                                    kept.measured().map(String::valueOf).orElse(null),
                                    kept.bench().map(Bench::of).orElse(null))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            passOver(e);
        }
    }

    private void passOver(Exception e) {
        System.getLogger(DeviceResults.class.getName()).log(System.Logger.Level.WARNING, "passed over: " + file, e);
    }
}
