"""Sheets as the systems hand them out, for the students of `tests.grader.downloads` and others of the class.

Written by hand after what each system's own code or manual says, so that no reader of ours decides what is
in them. Ada, Bob and Zoë handed something in; Grace is in the class and did not.
"""

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,First loop (4711),Old quiz (4712),Essay (4713),\
Homework Current Score,Current Score,Final Score
,,,,,Manual Posting,,,,,
    Points Possible,,,,,100,10,10,(read only),(read only),(read only)
"Babbage, Bob",10124,u-2,bob,Section B,,7,,70,70,35
"Hopper, Grace",10126,u-4,grace,"Section A and Section B",,=1+1,,,,
"Lovelace, Ada",10123,u-1,ada_l,Section A,,10,N/A,100,100,50
"Müller, Zoë",10125,u-3,zoe_l,Section A,EX,"9.5",,95,95,47.5
"Student, Test",10199,,7f3a,Section A,,,,,,
""".encode()

# As Canvas writes it for somebody whose numbers have a comma, with a mark and Windows' line ends.
CANVAS_FRENCH = (
    b"\xef\xbb\xbf"
    + """\
Student;ID;SIS Login ID;Section;First loop (4711);Current Score
    Points Possible;;;;100,00;(read only)
Lovelace, Ada;10123;ada_l;Section A;;100,00
Babbage, Bob;10124;bob;Section B;12,50;70,00
Müller, Zoë;10125;zoe_l;Section A;;95,00
""".replace("\n", "\r\n").encode()
)

CANVAS_GROUPS = """\
name,canvas_user_id,user_id,login_id,sections,group_name,canvas_group_id,group_id
"Lovelace, Ada",10123,u-1,ada_l,Section A,Team 3,404005,
"Babbage, Bob",10124,u-2,bob,Section B,,,
"Hopper, Grace",10126,u-4,grace,Section A,Team 3,404005,
"Müller, Zoë",10125,u-3,zoe_l,Section A,Tide Clock,404006,
""".encode()

MOODLE = """\
Identifier,"Full name","Email address",Status,Grade,"Maximum grade","Grade can be changed",\
"Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 7001","Ada Lovelace",ada@uni.example,"Submitted for grading - 1 day 2 hours late",,100.00,Yes,\
"Sunday, 22 November 2026, 11:58 PM",-,
"Participant 7002","Bob Babbage",bob@uni.example,"Submitted for grading",12.50,100.00,Yes,\
"Saturday, 21 November 2026, 9:05 AM","Monday, 23 November 2026, 8:00 AM","Well ""done"", Bob"
"Participant 7003","Zoë Müller",zoe@uni.example,"Submitted for grading",,100.00,Yes,\
"Saturday, 21 November 2026, 9:00 PM",-,
"Participant 7004","Grace Hopper",grace@uni.example,"No submission",,100.00,Yes,-,-,
""".encode()

MOODLE_GERMAN = (
    b"\xef\xbb\xbf"
    + """\
ID,"Vollständiger Name",E-Mail-Adresse,Status,Bewertung,Bestwertung,"Bewertung kann geändert werden",\
"Zuletzt geändert (Abgabe)","Zuletzt geändert (Bewertung)","Feedback als Kommentar"
"Teilnehmer/in 7001","Ada Lovelace",ada@uni.example,"Zur Bewertung abgegeben",,"100,00",Ja,\
"Sonntag, 22. November 2026, 23:58",-,
"Teilnehmer/in 7002","Bob Babbage",bob@uni.example,"Zur Bewertung abgegeben","12,50","100,00",Ja,\
"Samstag, 21. November 2026, 09:05",-,"Gut,
mit Zeilenumbruch"
"Teilnehmer/in 7003","Zoë Müller",zoe@uni.example,"Zur Bewertung abgegeben",,"100,00",Ja,\
"Samstag, 21. November 2026, 21:00",-,
"Teilnehmer/in 7004","Grace Hopper",grace@uni.example,"Keine Abgabe",,"100,00",Ja,-,-,
""".encode()
)

MOODLE_PEOPLE = """\
"First name","Last name","ID number","Email address",Groups
Ada,Lovelace,7001,ada@uni.example,"Team 3"
Bob,Babbage,7002,bob@uni.example,
Zoë,Müller,7003,zoe@uni.example,"Team 3"
Grace,Hopper,7004,grace@uni.example,
""".encode()

BRIGHTSPACE = """\
OrgDefinedId,Username,Last Name,First Name,Email,\
First loop Points Grade <Numeric MaxPoints:100 Weight:10 Category:Homework>,End-of-Line Indicator
#900123,#ada.l,Lovelace,Ada,ada@uni.example,,#
#900124,#bob.b,Babbage,Bob,bob@uni.example,,#
#900125,#zoe.m,Müller,Zoë,zoe@uni.example,,#
#900126,#grace.h,Hopper,Grace,grace@uni.example,,#
""".replace("\n", "\r\n").encode()

_BLACKBOARD = (
    '"Last Name"\t"First Name"\t"Username"\t"Student ID"\t"Last Access"\t"Availability"'
    '\t"Weighted Total [Total Pts: up to 100 Percentage] |123455"'
    '\t"First loop [Total Pts: 100 Score] |123456"\n'
    '"Babbage"\t"Bob"\t"bob"\t"b-1"\t"2026-11-21 23:58:00"\t"Yes"\t""\t""\n'
    '"Hopper"\t"Grace"\t"grace"\t"g-1"\t"2026-11-02 10:00:00"\t"Yes"\t""\t""\n'
    '"Lovelace"\t"Ada"\t"ada_l"\t"a-1"\t"2026-11-22 02:05:00"\t"Yes"\t""\t"Needs Grading"\n'
    '"Müller"\t"Zoë"\t"zoe_l"\t"z-1"\t"2026-11-22 21:00:00"\t"Yes"\t""\t"55.00000"\n'
)
BLACKBOARD = b"\xff\xfe" + _BLACKBOARD.encode("utf-16-le")

OURS = """\
id,name,email,group,section
a-1,Ada Lovelace,ada@uni.example,Team 3,A
b-1,Bob Babbage,bob@uni.example,,B
z-1,Zoë Müller,zoe@uni.example,Team 3,A
g-1,Grace Hopper,grace@uni.example,,B
""".encode()

ALL = {
    "canvas": CANVAS,
    "canvas, French": CANVAS_FRENCH,
    "canvas's groups": CANVAS_GROUPS,
    "moodle": MOODLE,
    "moodle, German": MOODLE_GERMAN,
    "moodle's participants": MOODLE_PEOPLE,
    "brightspace": BRIGHTSPACE,
    "blackboard": BLACKBOARD,
    "ours": OURS,
}
