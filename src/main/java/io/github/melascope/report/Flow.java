package io.github.melascope.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Blocks one under the other, over as many pages as they need. */
final class Flow {
    private final float firstTop;
    private final float top;
    private final float bottom;
    private final List<List<Block>> pages = new ArrayList<>();
    private float y;

    /**
     * @param firstTop where the first page begins
     * @param top where the other pages begin
     * @param bottom where all end
     */
    Flow(float firstTop, float top, float bottom) {
        this.firstTop = firstTop;
        this.top = top;
        this.bottom = bottom;
        pages.add(new ArrayList<>());
        y = firstTop;
    }

    /** Draws a block from {@code top} down. */
    @FunctionalInterface
    interface Draw {
        void at(Page page, Embedding embedding, float top) throws IOException;
    }

    /**
     * A block that is never cut.
     *
     * @param height in points
     * @param keep room that must be left below it on the same page: a heading does not end a page
     * @param head is drawn again above it when a page begins with it: the head of its table
     */
    record Block(float height, float keep, Optional<Block> head, Draw draw) {
        Block(float height, Draw draw) {
            this(height, 0, Optional.empty(), draw);
        }
    }

    void add(Block block) {
        if (y + block.height() + block.keep() > bottom && y > top) {
            pages.add(new ArrayList<>());
            y = top;
            block.head().ifPresent(this::put);
        }
        put(block);
    }

    private void put(Block block) {
        pages.get(pages.size() - 1).add(block);
        y += block.height();
    }

    int pages() {
        return pages.size();
    }

    void draw(int index, Page page, Embedding embedding) throws IOException {
        float at = index == 0 ? firstTop : top;
        for (Block block : pages.get(index)) {
            block.draw().at(page, embedding, at);
            at += block.height();
        }
    }
}
