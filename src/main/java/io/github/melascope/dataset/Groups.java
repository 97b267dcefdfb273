package io.github.melascope.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Disjoint sets that grow together (union-find). The root of a set is its smallest member, so order never matters. */
final class Groups<T extends Comparable<T>> {
    private final Map<T, T> parent = new TreeMap<>();

    void add(T member) {
        parent.putIfAbsent(member, member);
    }

    void join(T one, T two) {
        T a = root(one);
        T b = root(two);
        if (a.compareTo(b) < 0) {
            parent.put(b, a);
        } else {
            parent.put(a, b);
        }
    }

    void joinAll(List<T> members) {
        members.forEach(member -> join(members.get(0), member));
    }

    /** The smallest member of the set that holds this one; an unknown one becomes a set of its own. */
    T root(T member) {
        add(member);
        T root = member;
        for (T up = parent.get(root); up != null && !up.equals(root); up = parent.get(root)) {
            root = up;
        }
        parent.put(member, root);
        return root;
    }

    /** Sets of two and more, each sorted, ordered by their smallest member. */
    List<List<T>> severals() {
        Map<T, List<T>> byRoot = new TreeMap<>();
        for (T member : List.copyOf(parent.keySet())) {
            byRoot.computeIfAbsent(root(member), root -> new ArrayList<>()).add(member);
        }
        return byRoot.values().stream().filter(set -> set.size() > 1).toList();
    }
}
