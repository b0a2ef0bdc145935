package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** Whatever people type is stored beside the facts, and reads back as they typed it. */
class StoredFormPropertiesTest {

    private final EventSerializer serializer = new EventSerializer();

    @Provide
    Arbitrary<@Nullable String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(60)
                .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                .injectNull(0.2);
    }

    @Property(tries = 500)
    void any_text_reads_back_as_it_was_typed(
            @ForAll("texts") @Nullable String reason,
            @ForAll("texts") @Nullable String explanation,
            @ForAll("texts") @Nullable String source) {
        ActionDelayed event =
                new ActionDelayed(
                        new ActionId(Sampler.PROGRAMME, "22"),
                        null,
                        new Basis(LocalDate.of(2026, 1, 15), "subject", source),
                        reason,
                        explanation);

        StoredForm.Columns columns =
                StoredForm.split(
                        ActionDelayed.class,
                        serializer.serialize(event, byte[].class).getData(),
                        serializer.mapper());
        byte[] joined =
                StoredForm.join(
                        ApprovedSample.utf8(columns.facts()),
                        ApprovedSample.utf8OrNull(columns.texts()),
                        serializer.mapper());
        ActionDelayed read =
                serializer.deserialize(
                        new SimpleSerializedObject<>(joined, byte[].class, "action-delayed", "1"));

        assertThat(read).isEqualTo(event);
        assertThat(columns.texts() == null).isEqualTo(reason == null && explanation == null);
    }
}
