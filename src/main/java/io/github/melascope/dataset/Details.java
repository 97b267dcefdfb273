package io.github.melascope.dataset;

import io.github.melascope.base.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a table says of an image besides its label; "" where it says nothing.
 *
 * @param complaints values that make no sense
 */
record Details(String lesion, String dxType, String age, String sex, String site, List<Term> complaints) {
    static final Details NONE = new Details("", "", "", "", "", List.of());
    private static final double OLDEST = 120;

    static Details of(CsvTable.Row row, Columns columns) {
        List<Term> complaints = new ArrayList<>();
        String age = row.cell(columns.age());
        if (!Label.isUnknown(age) && parsedAge(age).isEmpty()) {
            complaints.add(Term.of("note.age", age));
        }
        String sex = sex(row.cell(columns.sex()), complaints);
        String lesion = row.cell(columns.lesion());
        return new Details(
                Label.isUnknown(lesion) ? "" : lesion,
                word(row.cell(columns.dxType())),
                age,
                sex,
                word(row.cell(columns.site())),
                complaints);
    }

    /** These, with the gaps filled from another table. */
    Details orElse(Details other) {
        return new Details(
                either(lesion, other.lesion),
                either(dxType, other.dxType),
                parsedAge(age).isPresent() ? age : other.age,
                either(sex, other.sex),
                either(site, other.site),
                complaints);
    }

    OptionalDouble parsedAge() {
        return parsedAge(age);
    }

    private static OptionalDouble parsedAge(String text) {
        try {
            double age = Double.parseDouble(text);
            return age >= 0 && age <= OLDEST ? OptionalDouble.of(age) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static String sex(String cell, List<Term> complaints) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "f", "female", "w", "woman" -> "female";
            case "m", "male", "man" -> "male";
            default -> {
                if (!Label.isUnknown(cell)) {
                    complaints.add(Term.of("note.sex", cell));
                }
                yield "";
            }
        };
    }

    private static String word(String cell) {
        return Label.isUnknown(cell) ? "" : cell.toLowerCase(Locale.ROOT);
    }

    private static String either(String mine, String others) {
        return mine.isEmpty() ? others : mine;
    }
}
