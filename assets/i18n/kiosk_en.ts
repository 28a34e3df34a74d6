<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ScannedScreen</name>
    <message numerus="yes">
        <source>Closes in %n second(s)</source>
        <extracomment>Under the answer to a scanned ticket.</extracomment>
        <translation>
            <numerusform>Closes in %n second</numerusform>
            <numerusform>Closes in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%n person(s) waiting</source>
        <extracomment>On a service tile; at most 24 characters.</extracomment>
        <translation>
            <numerusform>%n person waiting</numerusform>
            <numerusform>%n people waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n minute(s)</source>
        <extracomment>On a service tile and on the ticket screen; at most 26 characters.</extracomment>
        <translation>
            <numerusform>Up to %n minute</numerusform>
            <numerusform>Up to %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n minute(s)</source>
        <extracomment>On a service tile and on the ticket screen: %1 is the lower end of the range; at most 26 characters.</extracomment>
        <translation>
            <numerusform>%1 to %n minute</numerusform>
            <numerusform>%1 to %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <extracomment>On the ticket screen, under &quot;People ahead of you&quot;.</extracomment>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen resets in %n second(s)</source>
        <translation>
            <numerusform>This screen resets in %n second</numerusform>
            <numerusform>This screen resets in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffTexts</name>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s)</source>
        <translation>
            <numerusform>Too many wrong PINs. Try again in %n second</numerusform>
            <numerusform>Too many wrong PINs. Try again in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paper for about %n ticket(s)</source>
        <extracomment>In the staff menu: an estimate of what the paper roll is good for.</extracomment>
        <translation>
            <numerusform>Paper for about %n ticket</numerusform>
            <numerusform>Paper for about %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) since</source>
        <translation>
            <numerusform>%n ticket since</numerusform>
            <numerusform>%n tickets since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It took %n second(s)</source>
        <translation>
            <numerusform>It took %n second</numerusform>
            <numerusform>It took %n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
