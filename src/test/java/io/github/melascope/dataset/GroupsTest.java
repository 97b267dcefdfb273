package io.github.melascope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupsTest {
    @Test
    void whatIsJoinedThroughOthersIsOneGroupInAnyOrderOfJoining() {
        List<List<String>> joins = new ArrayList<>(
                List.of(List.of("d", "c"), List.of("c", "b"), List.of("x", "y", "z"), List.of("e", "b"), List.of("q")));
        for (int shuffle = 0; shuffle < 30; shuffle++) {
            Collections.shuffle(joins, new Random(shuffle));
            Groups<String> groups = new Groups<>();
            groups.add("a");
            joins.forEach(groups::joinAll);
            assertEquals(List.of(List.of("b", "c", "d", "e"), List.of("x", "y", "z")), groups.severals());
            assertEquals("b", groups.root("e"));
            assertEquals("a", groups.root("a"));
            assertEquals("new", groups.root("new"));
        }
    }
}
