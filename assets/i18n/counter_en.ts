<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BarFace</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceSheetView</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{service}: %n colleague(s) at prayer or about to go, the first is due back at {time}</source>
        <translation>
            <numerusform>{service}: %n colleague at prayer or about to go, due back at {time}</numerusform>
            <numerusform>{service}: %n colleagues at prayer or about to go, the first is due back at {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{service}: %n colleague(s) at prayer or about to go</source>
        <translation>
            <numerusform>{service}: %n colleague at prayer or about to go</numerusform>
            <numerusform>{service}: %n colleagues at prayer or about to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n colleague(s) on a break now</source>
        <translation>
            <numerusform>%n colleague on a break now</numerusform>
            <numerusform>%n colleagues on a break now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) so far</source>
        <translation>
            <numerusform>%n request so far</numerusform>
            <numerusform>%n requests so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisteredDialog</name>
    <message numerus="yes">
        <source>%n request(s) registered</source>
        <translation>
            <numerusform>%n request registered</numerusform>
            <numerusform>%n requests registered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitCardWidget</name>
    <message numerus="yes">
        <source>%n visitor(s) waiting for your services</source>
        <translation>
            <numerusform>%n visitor is waiting for your services</numerusform>
            <numerusform>%n visitors are waiting for your services</numerusform>
        </translation>
    </message>
</context>
</TS>
