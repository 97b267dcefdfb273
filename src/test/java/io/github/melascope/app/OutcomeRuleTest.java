package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.QualityIssue;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeRuleTest {
    private static final Quality GOOD = new Quality(600, 450, 100, 150, 0, List.of());
    private static final OutcomeRule RULE = new OutcomeRule(0.2, OptionalDouble.of(0.3));

    @Test
    void theThresholdItselfIsACloserLook() {
        assertEquals(
                Outcome.CLOSER_LOOK,
                RULE.decide(0.2, GOOD, OptionalDouble.of(0)).outcome());
        OutcomeRule.Ruling below = RULE.decide(Math.nextDown(0.2), GOOD, OptionalDouble.of(0));
        assertEquals(Outcome.LOWER_CONCERN, below.outcome());
        assertEquals("the melanoma probability is below the threshold of 20.0 %", below.reason());
    }

    @ParameterizedTest
    @EnumSource(QualityIssue.class)
    void anyIssueWithholdsTheAnswerAndIsItsReason(QualityIssue issue) {
        OutcomeRule.Ruling ruling = RULE.decide(0.99, GOOD.with(issue), OptionalDouble.of(0));
        assertEquals(Outcome.NO_ANSWER, ruling.outcome());
        assertEquals(issue.words(), ruling.reason());
    }

    @Test
    void whatIsFarFromEveryCaseIsNoLesion() {
        assertEquals(
                Outcome.CLOSER_LOOK,
                RULE.decide(0.5, GOOD, OptionalDouble.of(0.3)).outcome());
        OutcomeRule.Ruling far = RULE.decide(0.5, GOOD, OptionalDouble.of(0.31));
        assertEquals(Outcome.NO_ANSWER, far.outcome());
        assertEquals(List.of(QualityIssue.NOT_A_LESION), far.quality().issues());
        OutcomeRule.Ruling both = RULE.decide(0.5, GOOD.with(QualityIssue.BLURRED), OptionalDouble.of(0.31));
        assertTrue(both.reason().startsWith("the image is blurred, and the image does not look like"), both.reason());
    }

    @Test
    void withoutCasesOrWithoutALimitThereIsNoSuchCheck() {
        assertEquals(
                Outcome.CLOSER_LOOK,
                RULE.decide(0.5, GOOD, OptionalDouble.empty()).outcome());
        OutcomeRule unlimited = new OutcomeRule(0.2, OptionalDouble.empty());
        assertEquals(
                Outcome.CLOSER_LOOK,
                unlimited.decide(0.5, GOOD, OptionalDouble.of(2)).outcome());
    }
}
