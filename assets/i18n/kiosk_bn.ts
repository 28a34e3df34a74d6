<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bn" sourcelanguage="en">
<context>
    <name>AssistScreen</name>
    <message>
        <source>Accessibility options</source>
        <translation>এই স্ক্রিন আপনাকে কীভাবে সাহায্য করতে পারে?</translation>
    </message>
    <message>
        <source>Your choices stay on until you finish</source>
        <translation>আপনি যা চালু করবেন তা আপনার কাজ শেষ হওয়া পর্যন্ত থাকবে</translation>
    </message>
    <message>
        <source>On</source>
        <translation>চালু</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>বন্ধ</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>বড় লেখা</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>স্পষ্ট রং</translation>
    </message>
    <message>
        <source>Lower buttons</source>
        <translation>বোতাম পর্দার নিচে</translation>
    </message>
    <message>
        <source>Spoken guide</source>
        <translation>কথায় নির্দেশনা</translation>
    </message>
    <message>
        <source>Sign language</source>
        <translation>ইশারা ভাষা</translation>
    </message>
</context>
<context>
    <name>Directions</name>
    <message>
        <source>Reception is on the left</source>
        <translation>অভ্যর্থনা বাঁ দিকে</translation>
    </message>
    <message>
        <source>Reception is on the right</source>
        <translation>অভ্যর্থনা ডান দিকে</translation>
    </message>
    <message>
        <source>Reception is straight ahead</source>
        <translation>অভ্যর্থনা সোজা সামনে</translation>
    </message>
    <message>
        <source>Reception is behind you</source>
        <translation>অভ্যর্থনা আপনার পেছনে</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Done</source>
        <translation>সম্পন্ন</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>পিছনে</translation>
    </message>
    <message>
        <source>Messages will go to %1. Touch to cancel</source>
        <extracomment>On the button beside a ticket: %1 is the masked number.</extracomment>
        <translation>বার্তা %1 নম্বরে যাবে। বন্ধ করতে স্পর্শ করুন</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>এক মুহূর্ত</translation>
    </message>
    <message>
        <source>The number was not saved. Touch to try again</source>
        <translation>নম্বরটি সংরক্ষিত হয়নি। আবার চেষ্টা করতে স্পর্শ করুন</translation>
    </message>
    <message>
        <source>Message me when my turn is near</source>
        <translation>আমার পালা কাছে এলে আমাকে বার্তা দিন</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Change the language</source>
        <translation>ভাষা পরিবর্তন করুন</translation>
    </message>
    <message>
        <source>Help with this screen</source>
        <translation>এই স্ক্রিন ব্যবহারে সাহায্য</translation>
    </message>
</context>
<context>
    <name>InformationScreen</name>
    <message>
        <source>Please have these with you</source>
        <translation>অনুগ্রহ করে এগুলো সঙ্গে রাখুন</translation>
    </message>
    <message>
        <source>Code that opens the online service on a phone</source>
        <translation>ফোনে অনলাইন সেবা খোলার কোড</translation>
    </message>
    <message>
        <source>Scan to open it on your phone</source>
        <translation>আপনার ফোনে খুলতে স্ক্যান করুন</translation>
    </message>
    <message>
        <source>Continue and take a ticket</source>
        <translation>তবুও টিকিট নিন</translation>
    </message>
    <message>
        <source>Take a ticket</source>
        <translation>টিকিট নিন</translation>
    </message>
</context>
<context>
    <name>KeypadScreen</name>
    <message>
        <source>Delete</source>
        <translation>মুছুন</translation>
    </message>
    <message>
        <source>Digits so far: %1</source>
        <extracomment>Said after each key of a telephone number: %1 is a count.</extracomment>
        <translation>এখন পর্যন্ত অঙ্ক: %1</translation>
    </message>
</context>
<context>
    <name>KeypadTexts</name>
    <message>
        <source>Your mobile number</source>
        <translation>আপনার মোবাইল নম্বর</translation>
    </message>
    <message>
        <source>We use it only for messages about your turn today. It is encrypted in this hall and deleted within 24 hours. You can withdraw it at any time.</source>
        <translation>আমরা এটি শুধু আজ আপনার পালা জানাতে ব্যবহার করি। এটি এই হলে গোপনভাবে রাখা হয় এবং 24 ঘণ্টার মধ্যে মুছে ফেলা হয়। আপনি যেকোনো সময় এটি ফিরিয়ে নিতে পারেন।</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>এগিয়ে যান</translation>
    </message>
    <message>
        <source>Your booking number</source>
        <translation>আপনার বুকিং নম্বর</translation>
    </message>
    <message>
        <source>It is in your appointment message</source>
        <translation>এটি সাক্ষাৎ নিশ্চিতকরণের বার্তায় আছে</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>উপস্থিতি জানান</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>এক মুহূর্ত</translation>
    </message>
    <message>
        <source>There is no appointment with this number. Please check it</source>
        <translation>এই নম্বরে কোনো সাক্ষাৎ নেই। অনুগ্রহ করে যাচাই করুন</translation>
    </message>
    <message>
        <source>This number is not correct. A mobile number in Oman has 8 digits</source>
        <translation>নম্বরটি সঠিক নয়। ওমানে মোবাইল নম্বর 8 অঙ্কের</translation>
    </message>
</context>
<context>
    <name>LanguagesScreen</name>
    <message>
        <source>Change the language</source>
        <translation>ভাষা পরিবর্তন করুন</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Tickets from %1</source>
        <translation>টিকিট %1 টা থেকে</translation>
    </message>
    <message>
        <source>Seconds left: %1</source>
        <translation>বাকি সেকেন্ড: %1</translation>
    </message>
</context>
<context>
    <name>NoticeTexts</name>
    <message>
        <source>One moment</source>
        <translation>এক মুহূর্ত</translation>
    </message>
    <message>
        <source>Your ticket is being issued</source>
        <translation>আপনার টিকিট তৈরি হচ্ছে</translation>
    </message>
    <message>
        <source>Your ticket is being printed</source>
        <translation>আপনার টিকিট ছাপা হচ্ছে</translation>
    </message>
    <message>
        <source>It will come out of the slot below</source>
        <translation>এটি নিচের ফাঁক দিয়ে বের হবে</translation>
    </message>
    <message>
        <source>Please take your ticket</source>
        <translation>অনুগ্রহ করে আপনার টিকিট নিন</translation>
    </message>
    <message>
        <source>It is in the slot below the screen</source>
        <translation>এটি স্ক্রিনের নিচের ফাঁকে আছে</translation>
    </message>
    <message>
        <source>Your number is valid without paper</source>
        <translation>কাগজ ছাড়াও আপনার নম্বর বৈধ</translation>
    </message>
    <message>
        <source>The printer has stopped. Note your number or scan the code</source>
        <translation>প্রিন্টার থেমে গেছে। আপনার নম্বর লিখে রাখুন অথবা কোডটি স্ক্যান করুন</translation>
    </message>
    <message>
        <source>The printer has stopped. Reception will print it again for you</source>
        <translation>প্রিন্টার থেমে গেছে। অভ্যর্থনা থেকে আবার ছাপিয়ে দেওয়া হবে</translation>
    </message>
    <message>
        <source>Your number is valid</source>
        <translation>আপনার নম্বর বৈধ</translation>
    </message>
    <message>
        <source>If no paper came out, note your number or scan the code</source>
        <translation>কাগজ বের না হলে আপনার নম্বর লিখে রাখুন অথবা কোডটি স্ক্যান করুন</translation>
    </message>
    <message>
        <source>The printer is ready again</source>
        <translation>প্রিন্টার আবার প্রস্তুত</translation>
    </message>
    <message>
        <source>Touch the button to print your ticket with the same number</source>
        <translation>বোতামটি স্পর্শ করুন: একই নম্বরে আপনার টিকিট ছাপা হবে</translation>
    </message>
    <message>
        <source>If no paper came out, touch the button to print it again</source>
        <translation>কাগজ বের না হলে আবার ছাপাতে বোতামটি স্পর্শ করুন</translation>
    </message>
    <message>
        <source>Your ticket is still in the slot</source>
        <translation>আপনার টিকিট এখনও ফাঁকে আছে</translation>
    </message>
    <message>
        <source>Please take it from the slot below the screen</source>
        <translation>অনুগ্রহ করে এটি নিন: এটি স্ক্রিনের নিচের ফাঁকে আছে</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>অনুগ্রহ করে এক মুহূর্ত</translation>
    </message>
    <message>
        <source>The ticket service is starting</source>
        <translation>টিকিট সেবা চালু হচ্ছে</translation>
    </message>
    <message>
        <source>We will be back shortly</source>
        <translation>আমরা শীঘ্রই ফিরছি</translation>
    </message>
    <message>
        <source>Tickets cannot be issued at the moment. Please ask at reception</source>
        <translation>এই মুহূর্তে টিকিট দেওয়া যাচ্ছে না। অনুগ্রহ করে অভ্যর্থনায় জিজ্ঞাসা করুন</translation>
    </message>
    <message>
        <source>This screen is pausing for a moment</source>
        <translation>এই স্ক্রিনটি কিছুক্ষণের জন্য থেমে আছে</translation>
    </message>
    <message>
        <source>This machine is not set up</source>
        <translation>এই যন্ত্রটি এখনও প্রস্তুত করা হয়নি</translation>
    </message>
    <message>
        <source>Please get a ticket at reception. Staff: pair this machine again</source>
        <translation>অনুগ্রহ করে অভ্যর্থনা থেকে টিকিট নিন। কর্মীরা: যন্ত্রটি আবার সংযুক্ত করুন</translation>
    </message>
    <message>
        <source>Please get a ticket at reception. Staff: check date, time and network of this machine, or pair it again</source>
        <translation>অনুগ্রহ করে অভ্যর্থনা থেকে টিকিট নিন। কর্মীরা: যন্ত্রের তারিখ, সময় ও নেটওয়ার্ক যাচাই করুন, অথবা আবার সংযুক্ত করুন</translation>
    </message>
    <message>
        <source>Tickets are not issued yet</source>
        <translation>এখনও টিকিট দেওয়া শুরু হয়নি</translation>
    </message>
    <message>
        <source>Please come back when tickets are issued</source>
        <translation>টিকিট শুরু হলে অনুগ্রহ করে আবার আসুন</translation>
    </message>
    <message>
        <source>No more tickets today</source>
        <translation>আজ আর টিকিট নেই</translation>
    </message>
    <message>
        <source>Everyone who has a ticket will be served. See you on the next working day</source>
        <translation>যাঁদের টিকিট আছে সবাই সেবা পাবেন। পরবর্তী কর্মদিবসে দেখা হবে</translation>
    </message>
    <message>
        <source>The hall is closed</source>
        <translation>হল বন্ধ</translation>
    </message>
    <message>
        <source>We look forward to seeing you on a working day</source>
        <translation>কর্মদিবসে আপনাকে স্বাগত জানাব</translation>
    </message>
    <message>
        <source>We will be with you shortly</source>
        <translation>আমরা শীঘ্রই আপনার সেবায় আসছি</translation>
    </message>
    <message>
        <source>Staff are checking today&apos;s date. Please ask at reception</source>
        <translation>কর্মীরা আজকের তারিখ যাচাই করছেন। অনুগ্রহ করে অভ্যর্থনায় জিজ্ঞাসা করুন</translation>
    </message>
    <message>
        <source>Closed because of the weather. It opens again: %1</source>
        <extracomment>%1 is a time, or a day.</extracomment>
        <translation>আবহাওয়ার কারণে বন্ধ। আবার খুলবে: %1</translation>
    </message>
    <message>
        <source>Closed because of flooding. It opens again: %1</source>
        <translation>বন্যার কারণে বন্ধ। আবার খুলবে: %1</translation>
    </message>
    <message>
        <source>Closed for official mourning. It opens again: %1</source>
        <translation>রাষ্ট্রীয় শোকের কারণে বন্ধ। আবার খুলবে: %1</translation>
    </message>
    <message>
        <source>Closed because of a fault in the building. It opens again: %1</source>
        <translation>ভবনে ত্রুটির কারণে বন্ধ। আবার খুলবে: %1</translation>
    </message>
    <message>
        <source>It opens again: %1</source>
        <translation>আবার খুলবে: %1</translation>
    </message>
    <message>
        <source>The paper has run out</source>
        <translation>কাগজ শেষ হয়ে গেছে</translation>
    </message>
    <message>
        <source>Please get a ticket at reception</source>
        <translation>অনুগ্রহ করে অভ্যর্থনা থেকে টিকিট নিন</translation>
    </message>
    <message>
        <source>The printer is open</source>
        <translation>প্রিন্টার খোলা আছে</translation>
    </message>
    <message>
        <source>Paper is stuck in the slot</source>
        <translation>ফাঁকে কাগজ আটকে গেছে</translation>
    </message>
    <message>
        <source>Please do not pull it. Get a ticket at reception</source>
        <translation>অনুগ্রহ করে এটি টানবেন না। অভ্যর্থনা থেকে টিকিট নিন</translation>
    </message>
    <message>
        <source>The paper does not fit this machine</source>
        <translation>কাগজ এই যন্ত্রের উপযুক্ত নয়</translation>
    </message>
    <message>
        <source>A ticket is in the slot</source>
        <translation>ফাঁকে একটি টিকিট পড়ে আছে</translation>
    </message>
    <message>
        <source>Please take it out. This machine continues when the slot is empty</source>
        <translation>অনুগ্রহ করে এটি নিন। ফাঁক খালি হলেই যন্ত্রটি নিজে থেকে চলবে</translation>
    </message>
    <message>
        <source>This machine is out of service</source>
        <translation>এই যন্ত্রটি এখন চালু নেই</translation>
    </message>
    <message>
        <source>You are early</source>
        <extracomment>%1 is the time from which one may check in.</extracomment>
        <translation>আপনি আগে এসেছেন</translation>
    </message>
    <message>
        <source>You can check in from %1. Please take a seat until then</source>
        <translation>আপনি %1 থেকে উপস্থিতি জানাতে পারেন। ততক্ষণ অনুগ্রহ করে বসুন</translation>
    </message>
    <message>
        <source>You have missed your appointment time</source>
        <extracomment>%1 is the time of the appointment.</extracomment>
        <translation>আপনার সাক্ষাতের সময় পেরিয়ে গেছে</translation>
    </message>
    <message>
        <source>It was at %1. You can take a standard ticket, or ask at reception</source>
        <translation>সময় ছিল %1। আপনি সাধারণ টিকিট নিতে পারেন, অথবা অভ্যর্থনায় জিজ্ঞাসা করুন</translation>
    </message>
    <message>
        <source>Your appointment is on another day</source>
        <extracomment>%1 is the day of the appointment.</extracomment>
        <translation>আপনার সাক্ষাৎ অন্য দিনে</translation>
    </message>
    <message>
        <source>It is on %1. You can take a standard ticket for today</source>
        <translation>এটি %1 তারিখে। আপনি আজকের জন্য সাধারণ টিকিট নিতে পারেন</translation>
    </message>
    <message>
        <source>A ticket was already issued for this appointment</source>
        <translation>এই সাক্ষাতের টিকিট আগেই দেওয়া হয়েছে</translation>
    </message>
    <message>
        <source>This appointment was cancelled</source>
        <translation>এই সাক্ষাৎ বাতিল হয়েছে</translation>
    </message>
    <message>
        <source>You can take a standard ticket, or ask at reception</source>
        <translation>আপনি সাধারণ টিকিট নিতে পারেন, অথবা অভ্যর্থনায় জিজ্ঞাসা করুন</translation>
    </message>
    <message>
        <source>Touch the button below to start again</source>
        <translation>আবার শুরু করতে নিচের বোতামটি স্পর্শ করুন</translation>
    </message>
    <message>
        <source>This service has closed for today</source>
        <translation>এই সেবা আজকের মতো বন্ধ হয়েছে</translation>
    </message>
    <message>
        <source>Please choose another service</source>
        <translation>অনুগ্রহ করে অন্য সেবা বেছে নিন</translation>
    </message>
    <message>
        <source>No more numbers for this service today</source>
        <translation>আজ এই সেবার আর নম্বর নেই</translation>
    </message>
    <message>
        <source>Please ask at reception</source>
        <translation>অনুগ্রহ করে অভ্যর্থনায় জিজ্ঞাসা করুন</translation>
    </message>
    <message>
        <source>Please do not touch it until it works again</source>
        <translation>আবার চালু না হওয়া পর্যন্ত দয়া করে স্পর্শ করবেন না</translation>
    </message>
    <message>
        <source>Please get a ticket at reception. This machine continues when the cover is closed</source>
        <translation>দয়া করে অভ্যর্থনা থেকে টিকিট নিন। ঢাকনা বন্ধ হলেই যন্ত্রটি আবার চলবে</translation>
    </message>
    <message>
        <source>No tickets left today for this service</source>
        <translation>এই সেবার আজকের সব টিকিট দেওয়া হয়ে গেছে</translation>
    </message>
    <message>
        <source>Please come early on the next working day, or ask at reception for an appointment</source>
        <translation>অনুগ্রহ করে পরবর্তী কর্মদিবসে সকাল সকাল আসুন, অথবা অভ্যর্থনায় সাক্ষাতের সময় চান</translation>
    </message>
    <message>
        <source>This service is for other visitors</source>
        <translation>এই সেবা অন্য আগতদের জন্য</translation>
    </message>
    <message>
        <source>Please choose another service or ask at reception</source>
        <translation>অনুগ্রহ করে অন্য সেবা বেছে নিন অথবা অভ্যর্থনায় জিজ্ঞাসা করুন</translation>
    </message>
    <message>
        <source>Tickets are not issued now</source>
        <translation>এখন টিকিট দেওয়া হচ্ছে না</translation>
    </message>
    <message>
        <source>The ticket could not be issued</source>
        <translation>টিকিট দেওয়া যায়নি</translation>
    </message>
</context>
<context>
    <name>PageButtons</name>
    <message>
        <source>Previous</source>
        <translation>আগের</translation>
    </message>
    <message>
        <source>More</source>
        <translation>আরও</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Between the buttons that turn pages: %1 is this page, %2 how many there are.</extracomment>
        <translation>%2 এর মধ্যে %1</translation>
    </message>
</context>
<context>
    <name>PaperFaults</name>
    <message>
        <source>The paper is low</source>
        <translation>কাগজ ফুরিয়ে আসছে</translation>
    </message>
    <message>
        <source>The paper runs out during the next ticket</source>
        <translation>পরের টিকিটের মাঝে কাগজ শেষ হয়</translation>
    </message>
    <message>
        <source>The paper runs out</source>
        <translation>কাগজ শেষ হয়</translation>
    </message>
    <message>
        <source>Put in a new roll</source>
        <translation>নতুন রোল লাগান</translation>
    </message>
    <message>
        <source>Open the printer&apos;s cover</source>
        <translation>প্রিন্টারের ঢাকনা খুলুন</translation>
    </message>
    <message>
        <source>Close the printer&apos;s cover</source>
        <translation>প্রিন্টারের ঢাকনা বন্ধ করুন</translation>
    </message>
    <message>
        <source>Simulate a jam</source>
        <translation>কাটার আটকান</translation>
    </message>
    <message>
        <source>Clear the jam</source>
        <translation>কাটার ছাড়ান</translation>
    </message>
</context>
<context>
    <name>PaperGuide</name>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>In the guided change of paper: %1 is the step, %2 how many there are.</extracomment>
        <translation>ধাপ %1, মোট %2টির মধ্যে</translation>
    </message>
    <message>
        <source>The printer detects this automatically</source>
        <translation>এটি হয়ে গেলে প্রিন্টার নিজেই বুঝতে পারে</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>পরবর্তী</translation>
    </message>
</context>
<context>
    <name>PaperRoll</name>
    <message>
        <source>Touch the printer to simulate paper problems</source>
        <extracomment>On the picture of the demo&apos;s printer, beside the kiosk.</extracomment>
        <translation>প্রিন্টার ছুঁয়ে দেখুন: কাগজের কী হতে পারে?</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff: enter your PIN</source>
        <translation>কর্মী: আপনার গোপন নম্বর দিন</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>মুছুন</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>প্রবেশ</translation>
    </message>
</context>
<context>
    <name>PrinterStatusScreen</name>
    <message>
        <source>Connected</source>
        <translation>সংযুক্ত</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>যোগাযোগ নেই</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>জানা নেই</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <extracomment>In the staff&apos;s page on the printer; %1 is a number of millimetres.</extracomment>
        <translation>%1 মিমি</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>কাগজ</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>যথেষ্ট</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>বদলানো হয়েছে</translation>
    </message>
    <message>
        <source>By</source>
        <translation>কে বদলেছেন</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>টিকিট</translation>
    </message>
    <message>
        <source>Paper width and address</source>
        <translation>কাগজের প্রস্থ ও ঠিকানা</translation>
    </message>
    <message>
        <source>Hall service</source>
        <translation>হল সেবা</translation>
    </message>
</context>
<context>
    <name>PriorityStrip</name>
    <message>
        <source>Older, disabled or pregnant, or with a baby</source>
        <translation>প্রবীণ, প্রতিবন্ধী ব্যক্তি, গর্ভবতী নারী, শিশুসহ আগত ব্যক্তি</translation>
    </message>
    <message>
        <source>Does priority service apply to you?</source>
        <translation>আপনি কি অগ্রাধিকার সেবার যোগ্য?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>হ্যাঁ</translation>
    </message>
    <message>
        <source>No</source>
        <translation>না</translation>
    </message>
</context>
<context>
    <name>PrioritySwitch</name>
    <message>
        <source>Older, disabled or pregnant, or with a baby</source>
        <translation>প্রবীণ, প্রতিবন্ধী ব্যক্তি, গর্ভবতী নারী, শিশুসহ আগত ব্যক্তি</translation>
    </message>
    <message>
        <source>Priority service</source>
        <translation>অগ্রাধিকার সেবা</translation>
    </message>
</context>
<context>
    <name>ScannedScreen</name>
    <message>
        <source>People ahead of you</source>
        <translation>আপনার আগে অপেক্ষমাণ</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>আনুমানিক অপেক্ষা</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>সম্পন্ন</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>আমার আরও সময় দরকার</translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n second(s)</source>
        <extracomment>Under the answer to a scanned ticket.</extracomment>
        <translation>
            <numerusform>%n সেকেন্ডে বন্ধ হবে</numerusform>
            <numerusform>%n সেকেন্ডে বন্ধ হবে</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannedTexts</name>
    <message>
        <source>One moment</source>
        <translation>এক মুহূর্ত</translation>
    </message>
    <message>
        <source>Looking up your ticket</source>
        <translation>আপনার টিকিট খোঁজা হচ্ছে</translation>
    </message>
    <message>
        <source>You are in the queue</source>
        <translation>আপনি সারিতে আছেন</translation>
    </message>
    <message>
        <source>Please wait until your number is called</source>
        <translation>আপনার নম্বর ডাকা পর্যন্ত অনুগ্রহ করে অপেক্ষা করুন</translation>
    </message>
    <message>
        <source>You are in the queue again</source>
        <translation>আপনি আবার সারিতে আছেন</translation>
    </message>
    <message>
        <source>You missed your call. Your number will be called again shortly</source>
        <translation>আপনার ডাক মিস হয়েছে। শীঘ্রই আবার আপনার নম্বর ডাকা হবে</translation>
    </message>
    <message>
        <source>It is your turn</source>
        <translation>এখন আপনার পালা</translation>
    </message>
    <message>
        <source>Please go to counter %1 now</source>
        <translation>অনুগ্রহ করে এখন কাউন্টার %1-এ যান</translation>
    </message>
    <message>
        <source>You are being served</source>
        <translation>আপনাকে সেবা দেওয়া হচ্ছে</translation>
    </message>
    <message>
        <source>At counter %1</source>
        <translation>আপনার নম্বর কাউন্টার %1-এ আছে</translation>
    </message>
    <message>
        <source>Your visit is on hold</source>
        <translation>আপনার কাজ সাময়িকভাবে স্থগিত আছে</translation>
    </message>
    <message>
        <source>Counter %1 will call you again</source>
        <translation>কাউন্টার %1 আপনাকে আবার ডাকবে</translation>
    </message>
    <message>
        <source>You missed your call</source>
        <translation>আপনার ডাক মিস হয়েছে</translation>
    </message>
    <message>
        <source>Please ask at reception</source>
        <translation>অনুগ্রহ করে অভ্যর্থনায় জিজ্ঞাসা করুন</translation>
    </message>
    <message>
        <source>Your visit is finished</source>
        <translation>আপনার কাজ শেষ হয়েছে</translation>
    </message>
    <message>
        <source>For another service please take a new ticket</source>
        <translation>অন্য সেবার জন্য অনুগ্রহ করে নতুন টিকিট নিন</translation>
    </message>
    <message>
        <source>This ticket is no longer valid</source>
        <translation>এই টিকিট আর বৈধ নয়</translation>
    </message>
    <message>
        <source>Please take a new ticket</source>
        <translation>অনুগ্রহ করে নতুন টিকিট নিন</translation>
    </message>
    <message>
        <source>This number was called several times</source>
        <translation>এই নম্বর কয়েকবার ডাকা হয়েছে</translation>
    </message>
    <message>
        <source>Please ask at reception to return to the queue</source>
        <translation>অনুগ্রহ করে অভ্যর্থনায় জিজ্ঞাসা করুন: তাঁরা আপনাকে আবার সারিতে নেবেন</translation>
    </message>
    <message>
        <source>This is not one of today&apos;s tickets</source>
        <translation>এটি আজকের টিকিট নয়</translation>
    </message>
    <message>
        <source>This code is not for a ticket of this hall</source>
        <translation>এটি টিকিটের কোড নয়</translation>
    </message>
    <message>
        <source>Hold the square code of your ticket under the reader</source>
        <translation>আপনার টিকিটের বর্গাকার কোডটি রিডারের নিচে ধরুন</translation>
    </message>
    <message>
        <source>Cannot look up your ticket now</source>
        <translation>এখন আপনার টিকিট খোঁজা যাচ্ছে না</translation>
    </message>
    <message>
        <source>Your number stays valid. Please watch the board or ask at reception</source>
        <translation>আপনার নম্বর বৈধ। অনুগ্রহ করে বোর্ড দেখুন অথবা অভ্যর্থনায় জিজ্ঞাসা করুন</translation>
    </message>
    <message>
        <source>They will help you with this ticket</source>
        <translation>তাঁরা এই টিকিটের বিষয়ে আপনাকে সাহায্য করবেন</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Nobody is waiting</source>
        <translation>কেউ অপেক্ষায় নেই</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) waiting</source>
        <extracomment>On a service tile; at most 24 characters.</extracomment>
        <translation>
            <numerusform>%n জন অপেক্ষায়</numerusform>
            <numerusform>%n জন অপেক্ষায়</numerusform>
        </translation>
    </message>
    <message>
        <source>Begins at %1</source>
        <extracomment>On a service tile, the ticket screen and the phone: %1 is a time such as 08:00; at most 30 characters.</extracomment>
        <translation>%1 টায় শুরু</translation>
    </message>
    <message>
        <source>No counter is open for it now</source>
        <extracomment>On a service tile and on the ticket screen; at most 36 characters.</extracomment>
        <translation>এর জন্য এখন কোনো কাউন্টার খোলা নেই</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n minute(s)</source>
        <extracomment>On a service tile and on the ticket screen; at most 26 characters.</extracomment>
        <translation>
            <numerusform>%n মিনিট পর্যন্ত</numerusform>
            <numerusform>%n মিনিট পর্যন্ত</numerusform>
        </translation>
    </message>
    <message>
        <source>1 to 2 minutes</source>
        <translation>1 থেকে 2 মিনিট</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n minute(s)</source>
        <extracomment>On a service tile and on the ticket screen: %1 is the lower end of the range; at most 26 characters.</extracomment>
        <translation>
            <numerusform>%1 থেকে %n মিনিট</numerusform>
            <numerusform>%1 থেকে %n মিনিট</numerusform>
        </translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>পরের পালা আপনার</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <extracomment>On the ticket screen, under &quot;People ahead of you&quot;.</extracomment>
        <translation>
            <numerusform>%n জন</numerusform>
            <numerusform>%n জন</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen resets in %n second(s)</source>
        <translation>
            <numerusform>এই স্ক্রিন %n সেকেন্ডে নতুন করে শুরু হবে</numerusform>
            <numerusform>এই স্ক্রিন %n সেকেন্ডে নতুন করে শুরু হবে</numerusform>
        </translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>নাগরিক</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>বাসিন্দা</translation>
    </message>
    <message>
        <source>Visitor to Oman</source>
        <translation>ওমানে আগত অতিথি</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>কোম্পানি</translation>
    </message>
    <message>
        <source>Government entity</source>
        <translation>সরকারি প্রতিষ্ঠান</translation>
    </message>
    <message>
        <source>Investor or developer</source>
        <translation>বিনিয়োগকারী বা ডেভেলপার</translation>
    </message>
</context>
<context>
    <name>ServicesScreen</name>
    <message>
        <source>The wait is long at the moment</source>
        <translation>এই মুহূর্তে অপেক্ষা দীর্ঘ</translation>
    </message>
    <message>
        <source>%1: %2. Do you still want a ticket?</source>
        <extracomment>Below the headline: %1 is the service, %2 the expected wait (&quot;40 to 60 minutes&quot;).</extracomment>
        <translation>%1: %2। আপনি কি তবুও টিকিট চান?</translation>
    </message>
    <message>
        <source>Yes, take a ticket</source>
        <translation>হ্যাঁ, টিকিট নিন</translation>
    </message>
    <message>
        <source>No, another service</source>
        <translation>না, অন্য সেবা</translation>
    </message>
    <message>
        <source>Do you want another ticket?</source>
        <translation>আপনার কি আরেকটি টিকিট চাই?</translation>
    </message>
    <message>
        <source>No, I have finished</source>
        <translation>না, আমার কাজ শেষ</translation>
    </message>
    <message>
        <source>Yes, another ticket</source>
        <translation>হ্যাঁ, আরেকটি টিকিট</translation>
    </message>
    <message>
        <source>Send messages to this number?</source>
        <translation>এই নম্বরে বার্তা পাঠাব?</translation>
    </message>
    <message>
        <source>No, change the number</source>
        <translation>না, নম্বর বদলান</translation>
    </message>
    <message>
        <source>Yes, I agree</source>
        <translation>হ্যাঁ, আমি সম্মত</translation>
    </message>
    <message>
        <source>Who is the service for?</source>
        <translation>এই সেবা কার জন্য?</translation>
    </message>
    <message>
        <source>How can we help you?</source>
        <translation>আমরা কীভাবে সাহায্য করতে পারি?</translation>
    </message>
    <message>
        <source>Choose a group of services</source>
        <translation>আপনার সেবার বিভাগটি স্পর্শ করুন</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>যে সেবার জন্য এসেছেন তা স্পর্শ করুন</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>এখন পাওয়া যাচ্ছে না</translation>
    </message>
    <message>
        <source>No tickets left today</source>
        <translation>আজকের টিকিট শেষ</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>আমার সাক্ষাৎ আছে</translation>
    </message>
    <message>
        <source>Other services</source>
        <translation>অন্যান্য সেবা</translation>
    </message>
</context>
<context>
    <name>SignClip</name>
    <message>
        <source>Back</source>
        <translation>পিছনে</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>আরেকবার</translation>
    </message>
    <message>
        <source>Take a ticket</source>
        <translation>টিকিট নিন</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Press Next to move through the choices, and Choose to select one</source>
        <translation>বিকল্পগুলো শুনতে পরবর্তী বোতাম চাপুন, নিতে নির্বাচন বোতাম চাপুন</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Said of a control: %1 is its place among %2.</extracomment>
        <translation>%2 এর মধ্যে %1</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>টিক দেওয়া</translation>
    </message>
    <message>
        <source>Not selected</source>
        <translation>টিক দেওয়া নেই</translation>
    </message>
</context>
<context>
    <name>StaffMenu</name>
    <message>
        <source>Staff menu · %1</source>
        <extracomment>The staff menu&apos;s headline; %1 is the name of who opened it.</extracomment>
        <translation>কর্মীদের মেনু · %1</translation>
    </message>
    <message>
        <source>These tickets were not printed completely</source>
        <translation>এই টিকিটগুলো পুরো বের হয়নি</translation>
    </message>
    <message>
        <source>Choose a ticket to print again</source>
        <translation>কোন টিকিট আবার ছাপাতে হবে?</translation>
    </message>
    <message>
        <source>The number stays the same. The paper shows «Copy» and the time</source>
        <translation>নম্বর একই থাকে; কাগজে «কপি» ও সময় লেখা থাকবে</translation>
    </message>
    <message>
        <source>No tickets issued on this device today</source>
        <translation>এই যন্ত্র আজ এখনও কোনো টিকিট দেয়নি</translation>
    </message>
</context>
<context>
    <name>StaffTexts</name>
    <message>
        <source>Paper</source>
        <translation>কাগজ</translation>
    </message>
    <message>
        <source>Screen and sound</source>
        <translation>স্ক্রিন ও শব্দ</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>যন্ত্র</translation>
    </message>
    <message>
        <source>Print a ticket again</source>
        <translation>টিকিট আবার ছাপান</translation>
    </message>
    <message>
        <source>Change the paper</source>
        <translation>কাগজ বদলান</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>পরীক্ষামূলক ছাপা</translation>
    </message>
    <message>
        <source>Printer status</source>
        <translation>প্রিন্টারের অবস্থা</translation>
    </message>
    <message>
        <source>Restart the program</source>
        <translation>প্রোগ্রাম আবার চালু করুন</translation>
    </message>
    <message>
        <source>Restart the device</source>
        <translation>যন্ত্র আবার চালু করুন</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>স্ক্রিন পরিষ্কার করুন</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>শব্দের মাত্রা</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>উজ্জ্বলতা</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>নেটওয়ার্ক</translation>
    </message>
    <message>
        <source>Volume up</source>
        <translation>আরও জোরে</translation>
    </message>
    <message>
        <source>Volume down</source>
        <translation>আরও আস্তে</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>আরও উজ্জ্বল</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>কম উজ্জ্বল</translation>
    </message>
    <message>
        <source>Close the menu</source>
        <translation>মেনু বন্ধ করুন</translation>
    </message>
    <message>
        <source>Back to the menu</source>
        <translation>মেনুতে ফিরুন</translation>
    </message>
    <message>
        <source>Go through the steps again</source>
        <translation>ধাপগুলো আবার করুন</translation>
    </message>
    <message>
        <source>Both arrows are complete</source>
        <translation>দুটি তীরই পুরো আছে</translation>
    </message>
    <message>
        <source>One is cut off or missing</source>
        <translation>একটি কাটা বা অনুপস্থিত</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>প্রিন্টার ঠিক আছে</translation>
    </message>
    <message>
        <source>The paper is low: have a new roll ready</source>
        <translation>কাগজ কম: নতুন রোল প্রস্তুত রাখুন</translation>
    </message>
    <message>
        <source>The printer works, but cannot report its status</source>
        <translation>প্রিন্টার ছাপে, কিন্তু নিজের অবস্থা জানাতে পারে না</translation>
    </message>
    <message>
        <source>The printer is not connected yet</source>
        <translation>প্রিন্টার থেকে এখনও কোনো সাড়া আসেনি</translation>
    </message>
    <message>
        <source>The roll does not match the paper width setting: put in the right one</source>
        <translation>রোলটি নির্ধারিত প্রস্থের নয়: সঠিক রোল লাগান</translation>
    </message>
    <message>
        <source>A ticket is in the slot: take it out</source>
        <translation>ফাঁকে টিকিট পড়ে আছে: বের করুন</translation>
    </message>
    <message>
        <source>The paper is out: put in a new roll</source>
        <translation>কাগজ শেষ: নতুন রোল লাগান</translation>
    </message>
    <message>
        <source>The cover is open: close it</source>
        <translation>ঢাকনা খোলা: বন্ধ করুন</translation>
    </message>
    <message>
        <source>The cutter is jammed: open the cover, free the paper, switch off and on</source>
        <translation>কাটার আটকে গেছে: ঢাকনা খুলুন, কাগজ ছাড়ান, বন্ধ করে চালু করুন</translation>
    </message>
    <message>
        <source>Paper is stuck in the slot: pull it out, open and close the cover</source>
        <translation>ফাঁকে কাগজ আটকে আছে: টেনে বের করুন, ঢাকনা খুলে বন্ধ করুন</translation>
    </message>
    <message>
        <source>The mechanism reports an error: switch the printer off and on</source>
        <translation>যন্ত্রাংশে ত্রুটি: প্রিন্টার বন্ধ করে চালু করুন</translation>
    </message>
    <message>
        <source>The printer is offline: press its feed button, or switch it off and on</source>
        <translation>প্রিন্টার অফলাইন: ফিড বোতাম চাপুন বা বন্ধ করে চালু করুন</translation>
    </message>
    <message>
        <source>No printer is connected: plug it in and switch it on</source>
        <translation>প্রিন্টার নেই: সংযোগ দিন ও চালু করুন</translation>
    </message>
    <message>
        <source>This program has no permission to use the printer: call the technician</source>
        <translation>প্রোগ্রামের প্রিন্টার ব্যবহারের অনুমতি নেই: কারিগরকে ডাকুন</translation>
    </message>
    <message>
        <source>Another program uses the printer: call the technician</source>
        <translation>অন্য প্রোগ্রাম প্রিন্টার ব্যবহার করছে: কারিগরকে ডাকুন</translation>
    </message>
    <message>
        <source>The printer cannot be reached: check its power and its cable</source>
        <translation>প্রিন্টারে পৌঁছানো যাচ্ছে না: বিদ্যুৎ ও তার দেখুন</translation>
    </message>
    <message>
        <source>The connection to the printer was lost: check its power and its cable</source>
        <translation>প্রিন্টারের সংযোগ বিচ্ছিন্ন: বিদ্যুৎ ও তার দেখুন</translation>
    </message>
    <message>
        <source>The printer stopped answering: switch it off and on</source>
        <translation>প্রিন্টার সাড়া দিচ্ছে না: বন্ধ করে চালু করুন</translation>
    </message>
    <message>
        <source>The printer accepts no data: switch it off and on</source>
        <translation>প্রিন্টার আর তথ্য নিচ্ছে না: বন্ধ করে চালু করুন</translation>
    </message>
    <message>
        <source>The printer cannot be used: call the technician</source>
        <translation>প্রিন্টার ব্যবহার করা যাচ্ছে না: কারিগরকে ডাকুন</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ঠিক আছে</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>কম</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>শেষ</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>জানা নেই</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s)</source>
        <translation>
            <numerusform>অনেকবার ভুল নম্বর। %n সেকেন্ড পরে আবার চেষ্টা করুন</numerusform>
            <numerusform>অনেকবার ভুল নম্বর। %n সেকেন্ড পরে আবার চেষ্টা করুন</numerusform>
        </translation>
    </message>
    <message>
        <source>4 to 8 digits, then press Enter</source>
        <translation>4 থেকে 8টি সংখ্যা, তারপর «প্রবেশ» চাপুন</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>এক মুহূর্ত</translation>
    </message>
    <message>
        <source>The PIN is wrong</source>
        <translation>এই নম্বর এই যন্ত্রের নয়</translation>
    </message>
    <message>
        <source>No PIN is set for this device. Ask the technician</source>
        <translation>এই যন্ত্রের জন্য গোপন নম্বর ঠিক করা হয়নি: কারিগর ঠিক করবেন</translation>
    </message>
    <message>
        <source>Open the printer&apos;s cover</source>
        <translation>প্রিন্টারের ঢাকনা খুলুন</translation>
    </message>
    <message>
        <source>Unlock the door, press the cover&apos;s lever and lift</source>
        <translation>দরজা খুলুন, ঢাকনার লিভার চেপে তুলুন</translation>
    </message>
    <message>
        <source>Take out the rest of the old roll</source>
        <translation>পুরোনো রোলের অবশিষ্ট বের করুন</translation>
    </message>
    <message>
        <source>Remove loose bits of paper too</source>
        <translation>কাগজের টুকরোও সরিয়ে ফেলুন</translation>
    </message>
    <message>
        <source>Put in the new roll</source>
        <translation>নতুন রোল লাগান</translation>
    </message>
    <message>
        <source>The paper comes from the bottom of the roll, over the front edge</source>
        <translation>কাগজ রোলের নিচ দিয়ে বের হবে এবং এর প্রান্ত সামনের কিনারায় থাকবে</translation>
    </message>
    <message>
        <source>Close the cover until it clicks</source>
        <translation>খট শব্দ না হওয়া পর্যন্ত ঢাকনা বন্ধ করুন</translation>
    </message>
    <message>
        <source>The end of the paper must stick out. Then a test slip is printed</source>
        <translation>কাগজের প্রান্ত বাইরে দেখা যাবে। তারপর পরীক্ষার স্লিপ ছাপা হবে</translation>
    </message>
    <message>
        <source>The test slip is being printed</source>
        <translation>পরীক্ষার স্লিপ ছাপা হচ্ছে</translation>
    </message>
    <message>
        <source>It will come out of the slot below</source>
        <translation>এটি নিচের ফাঁক দিয়ে বের হবে</translation>
    </message>
    <message>
        <source>Are both arrows on the slip complete?</source>
        <translation>স্লিপে দুটি তীরই কি পুরো আছে?</translation>
    </message>
    <message>
        <source>One at the left edge and one at the right edge of the paper</source>
        <translation>একটি কাগজের বাম কিনারায়, একটি ডান কিনারায়</translation>
    </message>
    <message>
        <source>Restart the program?</source>
        <translation>প্রোগ্রাম আবার চালু করবেন?</translation>
    </message>
    <message>
        <source>Visitors will wait a few seconds</source>
        <translation>আগতদের কয়েক সেকেন্ড অপেক্ষা করতে হবে</translation>
    </message>
    <message>
        <source>Restart the device?</source>
        <translation>যন্ত্র আবার চালু করবেন?</translation>
    </message>
    <message>
        <source>Visitors will wait about a minute</source>
        <translation>আগতদের প্রায় এক মিনিট অপেক্ষা করতে হবে</translation>
    </message>
    <message>
        <source>Shut the device down?</source>
        <translation>যন্ত্র বন্ধ করবেন?</translation>
    </message>
    <message>
        <source>It issues no tickets until it is switched on again</source>
        <translation>কেউ চালু না করা পর্যন্ত এটি টিকিট দেবে না</translation>
    </message>
    <message>
        <source>The paper is changed</source>
        <translation>কাগজ বদলানো হয়েছে</translation>
    </message>
    <message>
        <source>Tickets are issued again</source>
        <translation>আবার টিকিট দেওয়া হচ্ছে</translation>
    </message>
    <message>
        <source>The test slip is printed</source>
        <translation>পরীক্ষার স্লিপ ছাপা হয়েছে</translation>
    </message>
    <message>
        <source>The ticket is printed again</source>
        <translation>টিকিট আবার ছাপা হয়েছে</translation>
    </message>
    <message>
        <source>It has the same number and is marked «Copy»</source>
        <translation>এতে একই নম্বর ও «কপি» লেখা আছে</translation>
    </message>
    <message>
        <source>The ticket could not be printed</source>
        <translation>টিকিট ছাপা যায়নি</translation>
    </message>
    <message>
        <source>The number is still valid</source>
        <translation>তবু নম্বরটি বৈধ</translation>
    </message>
    <message>
        <source>Test print failed</source>
        <translation>পরীক্ষার স্লিপ বের হয়নি</translation>
    </message>
    <message>
        <source>Check printer status</source>
        <translation>প্রিন্টার কী জানাচ্ছে দেখুন</translation>
    </message>
    <message>
        <source>The roll does not match the setting</source>
        <translation>রোল সেটিংয়ের সঙ্গে মেলে না</translation>
    </message>
    <message>
        <source>No tickets are issued until it does: put in the right roll, or call the technician</source>
        <translation>সঠিক রোল না লাগানো পর্যন্ত টিকিট দেওয়া হবে না: সঠিক রোল লাগান বা কারিগরকে ডাকুন</translation>
    </message>
    <message>
        <source>The program cannot do that on this device</source>
        <translation>যন্ত্রটি প্রোগ্রামকে এটি করতে দেয় না</translation>
    </message>
    <message>
        <source>Use the switch, or call the technician</source>
        <translation>সুইচ ব্যবহার করুন বা কারিগরকে ডাকুন</translation>
    </message>
    <message>
        <source>Volume of spoken prompts</source>
        <translation>উচ্চারিত নির্দেশনা কতটা জোরে হবে?</translation>
    </message>
    <message>
        <source>The next prompt plays at this volume</source>
        <translation>পরের নির্দেশনা এই মাত্রায় শোনা যাবে</translation>
    </message>
    <message>
        <source>Screen brightness</source>
        <translation>স্ক্রিন কতটা উজ্জ্বল হবে?</translation>
    </message>
    <message>
        <source>It must be readable from the side too</source>
        <translation>পাশ থেকেও যেন পড়া যায়</translation>
    </message>
    <message>
        <source>The hall service is responding</source>
        <translation>হলের সেবা সাড়া দিচ্ছে</translation>
    </message>
    <message>
        <source>The network works</source>
        <translation>নেটওয়ার্ক ঠিক আছে</translation>
    </message>
    <message>
        <source>The hall service is not responding</source>
        <translation>হলের সেবা সাড়া দিচ্ছে না</translation>
    </message>
    <message>
        <source>Check the network cable, then check that the hall service is running</source>
        <translation>নেটওয়ার্ক কেবল দেখুন, তারপর হলের সেবা চলছে কি না দেখুন</translation>
    </message>
    <message>
        <source>The hall&apos;s certificate is refused</source>
        <translation>হলের সার্টিফিকেট গ্রহণ করা হয়নি</translation>
    </message>
    <message>
        <source>Check this device&apos;s date; if it is right, have it paired again</source>
        <translation>যন্ত্রের তারিখ দেখুন; ঠিক থাকলে এটি আবার সংযুক্ত করান</translation>
    </message>
    <message>
        <source>The program cannot change that on this device</source>
        <translation>এই যন্ত্রটি প্রোগ্রামকে তা ঠিক করতে দেয় না</translation>
    </message>
    <message>
        <source>Use the screen&apos;s own buttons, or call the technician</source>
        <translation>স্ক্রিনের নিজের বোতাম ব্যবহার করুন, অথবা টেকনিশিয়ানকে ডাকুন</translation>
    </message>
    <message>
        <source>You can clean the screen now</source>
        <translation>এখন স্ক্রিন মোছা যাবে</translation>
    </message>
    <message>
        <source>Touch is off. The menu returns automatically</source>
        <translation>স্পর্শে কিছু হবে না। মেনু নিজে থেকেই ফিরে আসবে</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>কাজ চলছে</translation>
    </message>
    <message>
        <source>The device continues automatically</source>
        <translation>যন্ত্রটি নিজে থেকে চলবে</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>ছাপা হয়েছে</translation>
    </message>
    <message>
        <source>Sent, not confirmed</source>
        <translation>পাঠানো হয়েছে, নিশ্চিত নয়</translation>
    </message>
    <message>
        <source>Being printed</source>
        <translation>ছাপা হচ্ছে</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>ছাপা হয়নি</translation>
    </message>
    <message>
        <source>Cut off while printing</source>
        <translation>ছাপার সময় থেমে গেছে</translation>
    </message>
    <message>
        <source>Perhaps not printed</source>
        <translation>সম্ভবত ছাপা হয়নি</translation>
    </message>
    <message numerus="yes">
        <source>Paper for about %n ticket(s)</source>
        <extracomment>In the staff menu: an estimate of what the paper roll is good for.</extracomment>
        <translation>
            <numerusform>প্রায় %n টি টিকিটের কাগজ</numerusform>
            <numerusform>প্রায় %n টি টিকিটের কাগজ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) since</source>
        <translation>
            <numerusform>তখন থেকে %n টি টিকিট</numerusform>
            <numerusform>তখন থেকে %n টি টিকিট</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n সেকেন্ড বাকি</numerusform>
            <numerusform>%n সেকেন্ড বাকি</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It took %n second(s)</source>
        <translation>
            <numerusform>%n সেকেন্ড লেগেছে</numerusform>
            <numerusform>%n সেকেন্ড লেগেছে</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketScreen</name>
    <message>
        <source>Print my ticket</source>
        <translation>আমার টিকিট ছাপান</translation>
    </message>
    <message>
        <source>Priority service</source>
        <translation>অগ্রাধিকার সেবা</translation>
    </message>
    <message>
        <source>A member of staff will call you</source>
        <extracomment>On the ticket screen while the hall service is away, in place of the wait; at most 40 characters.</extracomment>
        <translation>একজন কর্মী আপনাকে ডাকবেন</translation>
    </message>
    <message>
        <source>People ahead of you</source>
        <translation>আপনার আগে অপেক্ষমাণ</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>আনুমানিক অপেক্ষা</translation>
    </message>
    <message>
        <source>Code to follow your turn on a phone</source>
        <translation>ফোনে আপনার পালা দেখার কোড</translation>
    </message>
    <message>
        <source>The code works once the hall&apos;s system is back</source>
        <translation>হলের সিস্টেম ফিরলে কোডটি কাজ করবে</translation>
    </message>
    <message>
        <source>Scan to follow your turn on your phone</source>
        <translation>ফোনে আপনার পালা দেখতে স্ক্যান করুন</translation>
    </message>
    <message>
        <source>Touch the screen to see your number again</source>
        <translation>নম্বরটি আবার দেখতে পর্দা স্পর্শ করুন</translation>
    </message>
</context>
<context>
    <name>TimeNotice</name>
    <message>
        <source>I need more time</source>
        <translation>আমার আরও সময় দরকার</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>Touch here to begin</source>
        <translation>শুরু করতে এখানে স্পর্শ করুন</translation>
    </message>
    <message>
        <source>Choose your language to take a ticket</source>
        <translation>টিকিট নিতে আপনার ভাষা বেছে নিন</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>স্বাগতম</translation>
    </message>
</context>
</TS>
