package io.github.melascope.nn.train;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.melascope.base.ProblemException;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.engine.NeuralEngine;
import java.lang.reflect.Field;
import java.util.Map;

/** Counts the arrays that the engine holds in native memory for the whole process. */
final class LiveArrays {
    private LiveArrays() {}

    static int count() {
        try (NDManager child = NeuralEngine.start(2).newManager(ComputeDevice.CPU)) {
            return count(child.getParentManager());
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** DJL tells only of a manager's own arrays, so its table of resources is read, managers below it too. */
    private static int count(NDManager manager) {
        int sum = 0;
        for (Object resource : resources(manager).values()) {
            if (resource instanceof NDManager below) {
                sum += count(below);
            } else if (resource instanceof NDArray) {
                sum++;
            }
        }
        return sum;
    }

    private static Map<?, ?> resources(NDManager manager) {
        try {
            Field field = BaseNDManager.class.getDeclaredField("resources");
            field.setAccessible(true);
            return (Map<?, ?>) field.get(manager);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DJL has changed: find another way to count", e);
        }
    }
}
