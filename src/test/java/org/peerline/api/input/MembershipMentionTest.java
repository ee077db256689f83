package org.peerline.api.input;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipMentionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "membershipNumber",
                "membership_no",
                "Membership-ID",
                "memberId",
                "member",
                "membership",
                "memberRef",
                "bmaNumber",
                "britishMedicalAssociationNumber",
                "medicalDefenceUnionNumber",
                "medicalProtectionSocietyPolicyNumber",
                "royalCollegeNumber",
                "tradeUnion",
                "bma",
                "BMA_MEMBERSHIP_NUMBER",
                "bmaMemberId",
                "mduNo",
                "mddusNumber",
                "mpsRef",
                "unionNumber",
                "unionMembership",
                "hcsaMembershipCard",
                "isMember",
                "is_bma_member",
                "members",
                "memberSince",
                "membershipStatus",
                "trade-union-number",
                "tradeUnionMember",
                "associationMembershipNumber",
                "collegeNumber",
                "rcgpNo",
                "subscriberNumber",
                "defenceNumber",
                "rhifAelodaeth",
                "aelodaeth",
                "M\u00e9mber Number",
                "\uff22\uff2d\uff21 no"
            })
    void names_of_such_fields_are_known(String name) {
        assertTrue(MembershipMention.isName(name), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "gmcNumber",
                "jobRole",
                "reference",
                "id",
                "remember",
                "remembered",
                "college",
                "society",
                "unite",
                "unitedKingdom",
                "statusNumber",
                "unionStreet",
                "number"
            })
    void other_names_are_not(String name) {
        assertFalse(MembershipMention.isName(name), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BMA 1234567",
                "BMA1234567",
                "BMA mem no 1234567",
                "MDU policy number 123456",
                "British Medical Association number 7654321",
                "British Medical Association no. 7654321",
                "Medical Protection Society 123456",
                "Royal College of Emergency Medicine member 123456",
                "Hospital Consultants and Specialists Association no 54321",
                "BMA no. 1234567",
                "BMA 123 4567",
                "membership number 12 34 56 7",
                "bma number is 1234567",
                "Membership number: 12345678",
                "member id 7654321",
                "GP, BMA member 1234567",
                "membership no M1234567",
                "MDU ref: 123456",
                "Member #1234567",
                "BMA no 1234567",
                "my BMA number is: 1234567",
                "BMA membership no: A 1234567",
                "BMA: 123-45-67",
                "BMA no \uff11\uff12\uff13\uff14\uff15\uff16\uff17",
                "1234567 (BMA)",
                "rhif aelodaeth 1234567",
                "rhif aelodaeth BMA: 1234567",
                "RCGP member no 123456",
                "GP\u00a0BMA\u00a01234567",
                "union 1234567"
            })
    void numbers_in_words_are_found(String text) {
        assertTrue(MembershipMention.isIn(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Member of the transplant team",
                "GP since 2012",
                "Union Street Surgery, 12345 Leeds",
                "MPS trainer",
                "member of 3 boards",
                "GMC 1234567",
                "Ward 12345",
                "remember 1234567",
                "team members 12",
                "12345 Union Street",
                "BMA House, Tavistock Square, London WC1H 9JP",
                "St Mary's, ward 12345, MDU liaison",
                "Unite Students, flat 204, Leeds",
                "Royal College of GPs examiner",
                "Royal College of Surgeons, 35-43 Lincoln's Inn Fields",
                "Royal College of Nursing ward, since 2012",
                "British Medical Association House",
                "Doctors' Association, room 1204"
            })
    void ordinary_words_are_left_alone(String text) {
        assertFalse(MembershipMention.isIn(text), text);
    }
}
