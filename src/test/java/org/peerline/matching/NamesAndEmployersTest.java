package org.peerline.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesAndEmployersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Leeds Teaching Hospitals NHS Trust | leeds teaching hospitals",
                "Leeds Teaching Hospitals NHS Foundation Trust | Leeds Teaching",
                "The Christie NHS Foundation Trust | christie",
                "King's College Hospital | Kings College Hospital NHS Foundation Trust",
                "St George\u2019s University Hospitals | St Georges",
                "Guy's & St Thomas' | guys and st thomas",
                "  BARTS   HEALTH  | Barts Health NHS Trust",
                "Ysbyty Gwynedd | ysbyty gwynedd.",
                "Saint Bartholomew Hosp | St. Bartholomew Hospital",
                "Univ. Hospitals Dorset | University Hospitals Dorset NHS FT",
                "GOSH | Great Ormond Street Hospital for Children NHS Foundation Trust",
                "UCLH | University College London Hospitals NHS Foundation Trust",
                "LTHT | Leeds Teaching Hospitals NHS Trust",
                "NHS Lothian | Lothian",
                "Leeds Teaching Hospitals N.H.S. Trust | Leeds Teaching Hospitals",
                "Dorset County N.H.S. F.T. | Dorset County",
                "Dorset County NHSFT | Dorset County NHS Foundation Trust",
                "Leeds Teaching Hospitals NHS Trust (LTHT) | Leeds Teaching Hospitals",
                "Guy`s and St Thomas\u2018 | Guys and St Thomas",
                "St James's University Hospital | St James' University Hospital",
                "Cardiff & Vale UHB | Cardiff and Vale University Health Board",
            })
    void spellings_of_one_employer_are_equal(String one, String other) {
        assertEquals(EmployerName.normalise(one), EmployerName.normalise(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Leeds Teaching Hospitals | Leeds Community Healthcare",
                "Barts Health | Barnet Health",
                "Hospital | University Hospital",
                "NHS Trust | Foundation Trust",
                "The Surgery (Hull) | The Surgery (York)",
                "Leeds Teaching Hospitals NHS Trust | Leeds and York Partnership NHS Foundation Trust",
            })
    void different_employers_stay_different(String one, String other) {
        assertNotEquals(EmployerName.normalise(one), EmployerName.normalise(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Maria Garcia | Maria Garcia Lopez | false",
                "Smith Jane   | Jane Smith         | false",
                "Jane Smith   | Dr Jane Smith      | true",
                "Anna Lord    | Dr Anna Lord       | true",
                "Jane Smith   | John Smith         | false",
                "Ann Mc Lean  | Ann McLean         | false",
                "Zoe O`Brien  | Zoe O'Brien        | true",
            })
    void only_a_name_as_it_is_written_is_taken_for_ones_own(String own, String peer, boolean same) {
        assertEquals(same, !Collections.disjoint(NameKeys.ofSelf(own), NameKeys.ofPeer(peer)));
    }

    @ParameterizedTest(name = "avoiding {0} avoids {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Jane Smith        | Jane Smith          | true",
                "Dr Jane Smith     | Jane Smith          | true",
                "prof. JANE SMITH  | Dr Jane Smith       | true",
                "J Smith           | Jane Smith          | true",
                "J. Smith          | Jane Smith          | true",
                "Jane Smith        | Dr J Smith          | true",
                "Smith             | Jane Smith          | true",
                "Dr Smith          | Jane Smith          | true",
                "Jane Smith        | John Smith          | false",
                "K Smith           | Jane Smith          | false",
                "Jane Smith        | Jane Jones          | false",
                "Zoë O'Brien       | Zoe OBrien          | true",
                "Anne Smith        | Mary Anne Smith     | true",
                "Jane Smith-Jones  | Jane Smith-Jones    | true",
                "Jane              | Jane Smith          | false",
                "Dr                | Jane Smith          | false",
                "Smith, Jane       | Dr Jane Smith       | true",
                "Smith, Jane       | Harry Smith         | false",
                "Jane Smith MRCGP  | Jane Smith          | true",
                "Jane Smith, FRCP  | Jane Smith          | true",
                "Jane Smith        | Jane Smith-Jones    | true",
                "J Jones           | Jane Smith-Jones    | true",
                "Jane Smith Jones  | Jane Smith-Jones    | true",
                "Anne-Marie Lee    | Marie Lee           | true",
                "Jorgen Molby      | J\u00f8rgen M\u00f8lby | true",
                "Jane Smith-Jones  | Jane Brown          | false",
                "-                 | Jane Smith          | false",
                "Dr Lord           | Dr Anna Lord        | true",
                "Mr Lord           | Anna Lord           | true",
                "Anna Lord         | Prof Dame Anna Lord | true",
                "Lord, Dr Anna     | Anna Lord           | true",
                "Dr Lord, Anna     | Anna Lord           | true",
                "Jane Smith, Dr    | Jane Smith          | true",
                "Jane Smith Dr     | Jane Smith          | true",
                "Anna Lord         | Beth Lord           | false",
                "Maria Garcia      | Maria Garcia Lopez  | true",
                "M Garcia          | Maria Garcia Lopez  | true",
                "Garcia            | Maria Garcia Lopez  | true",
                "Maria Garcia Lopez | Maria Garcia       | true",
                "Garcia Lopez Maria | Maria Garcia Lopez | true",
                "Smith Jane        | Jane Smith          | true",
                "Smith J           | Jane Smith          | true",
                "Smith Jane Mary   | Jane Mary Smith     | true",
                "Anne Marie Jones  | Anne Marie Smith    | false",
                "Jan van Dijk      | Jan van der Berg    | false",
                "Jane Mary Smith   | Mary Jane Brown     | false",
                "Dr Smith from Leeds General Infirmary | Jane Smith | true",
                "Dr Smith in cardiology | Jane Smith     | true",
                "Dr Smith (cardiology) | Jane Smith      | true",
                "Dr Smith, cardiology | Jane Smith       | true",
                "Dr J Smith at the Royal | Jane Smith    | true",
                "Dr Smith's firm   | Jane Smith          | true",
                "my boss Dr Smith  | Jane Smith          | true",
                "Dr Smith and her husband | Jane Smith   | true",
                "Ms Smith / Jones  | Jane Jones          | true",
                "Jane Smith in cardiology | Harry Smith  | false",
                "Dr Jane Smith, cardiology | Harry Smith | false",
                "Rev Smith         | Jane Smith          | true",
                "Zoe O Brien       | Zoe O'Brien         | true",
                "Dr O Brien        | Zoe O'Brien         | true",
                "Dr Obrien         | Zoe O Brien         | true",
                "Zoe O`Brien       | Zoe O'Brien         | true",
                "Zoe O\u2018Brien  | Zoe O'Brien         | true",
                "Zoe O\u00b4Brien  | Zoe O'Brien         | true",
                "Dr Mc Donald      | Ian McDonald        | true",
                "Dr MacDonald      | Ian McDonald        | true",
                "Dr McDonald       | Ian MacDonald       | true",
                "Dr Mac Donald     | Ian MacDonald       | true",
                "Dr MacDonald      | Ian Mac Donald      | true",
                "Dr Vandenberg     | Jan van den Berg    | true",
                "Jan van den Berg  | Jan Vandenberg      | true",
                "Dr de Souza       | Ana Desouza         | true",
                "Anne-Marie Lee    | Annemarie Lee       | true",
                "Annemarie Lee     | Anne-Marie Lee      | true",
                "Abdul Rahman Khan | Abdulrahman Khan    | true",
                "Abdulrahman Khan  | Abdul Rahman Khan   | true",
                "JA Smith          | Jane Anne Smith     | true",
                "Smith JA          | Jane Anne Smith     | true",
                "Jane Smith        | Dr JA Smith         | true",
                "JA Smith          | Harry Smith         | false",
                "Elif Yildiz       | Elif Y\u0131ld\u0131z | true",
                "Dr Dang           | Mai \u0110\u1eb7ng   | true",
                "Anna Mueller      | Anna M\u00fcller     | true",
                "Anna M\u00fcller   | Anna Mueller        | true",
                "Ian MacDonald     | Ian Donald          | false",
                "Mary Anne Lee     | Marianne Leeson     | false",
            })
    void possible_match_counts(String avoided, String peer, boolean avoids) {
        assertEquals(avoids, !Collections.disjoint(NameKeys.ofAvoided(avoided), NameKeys.ofPeer(peer)));
    }

    @ParameterizedTest(name = "avoiding {0} avoids {1}, {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Dr Amara N        | Dr Amara N    | Amara Nwosu   | true",
                "Amara N           | Dr Amara N    | Amara Nwosu   | true",
                "Dr Amara          | Dr Amara N    | Amara Nwosu   | true",
                "Amara             | Dr Amara N    | Amara Nwosu   | true",
                "Dr Amara from before | Dr Amara N | Amara Nwosu   | true",
                "Dr Nwosu          | Dr Amara N    | Amara Nwosu   | true",
                "Dr Amara B        | Dr Amara N    | Amara Nwosu   | false",
                "Dr Ben            | Dr Amara N    | Amara Nwosu   | false",
                "Jane              | Dr Jane Smith | Jane Smith    | false",
            })
    void a_peer_is_also_known_as_requesters_see_them(String avoided, String shown, String fullName, boolean avoids) {
        assertEquals(avoids, !Collections.disjoint(NameKeys.ofAvoided(avoided), NameKeys.ofPeer(fullName, shown)));
    }

    @Test
    void an_ordinary_name_is_no_more_work_than_its_three_keys() {
        assertEquals(
                Set.of("surname:okafor", "initial:okafor:s", "first:okafor:sam"), NameKeys.ofPeer("Dr Sam Okafor"));
        assertEquals(5, NameKeys.ofPeer("Amara Nwosu", "Dr Amara N").size());
    }
}
