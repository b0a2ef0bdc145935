package nl.peildatum.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Draft202012;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * JSON Schema as the document speaks it: with dates and moments as this interface reads them, and
 * with the keywords that ask what no schema can know.
 */
final class Keywords {
    /** A date up to the day it says: {@code vandaag}. */
    static final String AT_MOST = "x-hoogstens";

    /** Something by this name must be there. */
    static final String EXISTS = "x-bestaat";

    /**
     * Not less than the field of this name beside it; where there is none, than what is known by
     * this name.
     */
    static final String AT_LEAST = "x-minstens";

    /** Which schema holds, by the kind of the entry. */
    static final String BY_KIND = "x-naar-regel";

    private Keywords() {}

    /** What makes schemas of a document. */
    static SchemaRegistry registry() {
        Dialect dialect =
                Dialect.builder(Draft202012.getInstance())
                        .keyword(new Asking(AT_MOST, Keywords::isPastToday))
                        .keyword(new Asking(EXISTS, Keywords::objection))
                        .keyword(new Asking(AT_LEAST, Keywords::isLess))
                        .keyword(new ByKind())
                        .format(format("date", text -> IsoDates.read(text) != null))
                        .format(format("date-time", text -> Moments.read(text) != null))
                        // the rest of the document, and x-melding: whatever it is, it checks
                        // nothing
                        .unknownKeywordFactory((name, _) -> new NonValidationKeyword(name))
                        .build();
        return SchemaRegistry.withDialect(
                dialect,
                registry ->
                        registry.schemaRegistryConfig(
                                SchemaRegistryConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .preloadSchema(false)
                                        .build()));
    }

    private static Format format(String name, Predicate<String> form) {
        return new Format() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean matches(ExecutionContext context, String value) {
                return form.test(value);
            }
        };
    }

    private static @Nullable String isPastToday(
            String name, JsonNode value, JsonNode beside, Known known) {
        LocalDate date = value.isString() ? IsoDates.read(value.asString()) : null;
        return date != null && date.isAfter(known.today())
                ? DutchDates.format(known.today())
                : null;
    }

    private static @Nullable String objection(
            String name, JsonNode value, JsonNode beside, Known known) {
        return value.isNull() ? null : known.objection(name, value);
    }

    /** Of a field that is not there, or is none of the schema, only what is known counts. */
    private static @Nullable String isLess(
            String name, JsonNode value, JsonNode beside, Known known) {
        JsonNode least = beside.path(name);
        if (least.isIntegralNumber() && value.isIntegralNumber()) {
            return value.bigIntegerValue().compareTo(least.bigIntegerValue()) < 0 ? name : null;
        }
        return objection(name, value, beside, known);
    }

    @FunctionalInterface
    private interface Question {
        /** What is wrong, or null where nothing is. */
        @Nullable String of(String name, JsonNode value, JsonNode beside, Known known);
    }

    private static Known known(ExecutionContext context) {
        Known known = context.getCollectorContext().get(Known.class);
        if (known == null) {
            throw new IllegalStateException("Nothing is said to be known");
        }
        return known;
    }

    private static final class Asking extends AbstractKeyword {
        private final Question question;

        Asking(String name, Question question) {
            super(name);
            this.question = question;
        }

        @Override
        public KeywordValidator newValidator(
                SchemaLocation location, JsonNode schema, Schema parent, SchemaContext context) {
            String name = schema.asString();
            Schema holder = parent.getParentSchema();
            boolean isBeside =
                    holder != null && holder.getSchemaNode().path("properties").has(name);
            return new BaseKeywordValidator(this, schema, location, parent, context) {
                @Override
                public void validate(
                        ExecutionContext execution, JsonNode value, JsonNode root, NodePath place) {
                    String wrong =
                            question.of(
                                    name,
                                    value,
                                    isBeside
                                            ? at(root, place.getParent())
                                            : MissingNode.getInstance(),
                                    known(execution));
                    if (wrong != null) {
                        execution.addError(
                                error().instanceNode(value)
                                        .instanceLocation(place)
                                        .evaluationPath(execution.getEvaluationPath())
                                        .arguments(wrong)
                                        .build());
                    }
                }
            };
        }

        private static JsonNode at(JsonNode root, @Nullable NodePath place) {
            JsonNode node = root;
            for (int i = 0; place != null && i < place.getNameCount(); i++) {
                node =
                        place.getElement(i) instanceof Integer index
                                ? node.path(index)
                                : node.path(place.getName(i));
            }
            return node;
        }
    }

    private static final class ByKind extends AbstractKeyword {
        ByKind() {
            super(BY_KIND);
        }

        @Override
        public KeywordValidator newValidator(
                SchemaLocation location, JsonNode schema, Schema parent, SchemaContext context) {
            Map<String, Schema> byKind = new HashMap<>();
            schema.forEachEntry(
                    (kind, one) ->
                            byKind.put(
                                    kind, context.newSchema(location.append(kind), one, parent)));
            return new BaseKeywordValidator(this, schema, location, parent, context) {
                @Override
                public void validate(
                        ExecutionContext execution, JsonNode value, JsonNode root, NodePath place) {
                    Schema chosen = byKind.get(String.valueOf(known(execution).kind()));
                    if (chosen != null) {
                        chosen.validate(execution, value, root, place);
                    }
                }
            };
        }
    }
}
