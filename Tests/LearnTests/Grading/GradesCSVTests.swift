import Testing

@testable import Learn

struct GradesCSVTests {
    @Test func `a row for each lesson has nbgrader's columns, and no cell is a formula`() {
        let lines = GradesCSV([SampleGrade.value]).text.split(separator: "\n")

        #expect(lines.count == 2)
        #expect(
            lines[0]
                == "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,"
                + "late_submission_penalty,score,max_score")
        #expect(lines[1].hasPrefix("sum,,"))
        #expect(lines[1].hasSuffix(",\"'=ada, \"\"the\"\" first\",,,,3,0,3,5"))
    }
}
