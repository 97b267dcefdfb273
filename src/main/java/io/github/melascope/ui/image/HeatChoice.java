package io.github.melascope.ui.image;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;

/**
 * Which heat map the user wants to see.
 *
 * @param target the class it explains
 * @param method how it is made
 * @param fine from the finer feature map, which sees smaller parts and means less
 */
public record HeatChoice(Diagnosis target, HeatMap.Method method, boolean fine) {
    public static final HeatChoice USUAL =
            new HeatChoice(Diagnosis.MEL, HeatMap.Kind.USUAL.method(), HeatMap.Kind.USUAL.fine());

    /** Whether the map is of this class and method. */
    public boolean isOf(HeatMap map) {
        return map.target() == target && map.method() == method;
    }
}
