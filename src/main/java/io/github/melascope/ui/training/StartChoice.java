package io.github.melascope.ui.training;

/** What a training may start from. */
public enum StartChoice {
    SHIPPED,
    FILE,
    NONE
}
