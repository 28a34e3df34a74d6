<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi" sourcelanguage="en">
<context>
    <name>AssistScreen</name>
    <message>
        <source>Accessibility options</source>
        <translation>यह स्क्रीन आपकी कैसे मदद करे?</translation>
    </message>
    <message>
        <source>Your choices stay on until you finish</source>
        <translation>आप जो चालू करेंगे वह आपका काम पूरा होने तक रहेगा</translation>
    </message>
    <message>
        <source>On</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>बड़े अक्षर</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>अधिक स्पष्ट रंग</translation>
    </message>
    <message>
        <source>Lower buttons</source>
        <translation>बटन स्क्रीन के नीचे</translation>
    </message>
    <message>
        <source>Spoken guide</source>
        <translation>बोलकर मार्गदर्शन</translation>
    </message>
    <message>
        <source>Sign language</source>
        <translation>सांकेतिक भाषा</translation>
    </message>
</context>
<context>
    <name>Directions</name>
    <message>
        <source>Reception is on the left</source>
        <translation>स्वागत कक्ष बाईं ओर है</translation>
    </message>
    <message>
        <source>Reception is on the right</source>
        <translation>स्वागत कक्ष दाईं ओर है</translation>
    </message>
    <message>
        <source>Reception is straight ahead</source>
        <translation>स्वागत कक्ष ठीक सामने है</translation>
    </message>
    <message>
        <source>Reception is behind you</source>
        <translation>स्वागत कक्ष आपके पीछे है</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Done</source>
        <translation>पूरा हुआ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Messages will go to %1. Touch to cancel</source>
        <extracomment>On the button beside a ticket: %1 is the masked number.</extracomment>
        <translation>संदेश %1 पर जाएँगे। रोकने के लिए छुएँ</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>एक क्षण</translation>
    </message>
    <message>
        <source>The number was not saved. Touch to try again</source>
        <translation>नंबर सहेजा नहीं गया। फिर से प्रयास के लिए छुएँ</translation>
    </message>
    <message>
        <source>Message me when my turn is near</source>
        <translation>मेरी बारी पास आने पर मुझे संदेश भेजें</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Change the language</source>
        <translation>भाषा बदलें</translation>
    </message>
    <message>
        <source>Help with this screen</source>
        <translation>इस स्क्रीन के उपयोग में मदद</translation>
    </message>
</context>
<context>
    <name>InformationScreen</name>
    <message>
        <source>Please have these with you</source>
        <translation>कृपया ये साथ रखें</translation>
    </message>
    <message>
        <source>Code that opens the online service on a phone</source>
        <translation>फ़ोन पर ऑनलाइन सेवा खोलने का कोड</translation>
    </message>
    <message>
        <source>Scan to open it on your phone</source>
        <translation>अपने फ़ोन पर खोलने के लिए स्कैन करें</translation>
    </message>
    <message>
        <source>Continue and take a ticket</source>
        <translation>फिर भी टिकट लें</translation>
    </message>
    <message>
        <source>Take a ticket</source>
        <translation>टिकट लें</translation>
    </message>
</context>
<context>
    <name>KeypadScreen</name>
    <message>
        <source>Delete</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Digits so far: %1</source>
        <extracomment>Said after each key of a telephone number: %1 is a count.</extracomment>
        <translation>अब तक के अंक: %1</translation>
    </message>
</context>
<context>
    <name>KeypadTexts</name>
    <message>
        <source>Your mobile number</source>
        <translation>आपका मोबाइल नंबर</translation>
    </message>
    <message>
        <source>We use it only for messages about your turn today. It is encrypted in this hall and deleted within 24 hours. You can withdraw it at any time.</source>
        <translation>हम इसका उपयोग केवल आज आपकी बारी बताने के लिए करते हैं। यह इस हॉल में सुरक्षित रूप से रखा जाता है और 24 घंटों में मिटा दिया जाता है। आप इसे कभी भी वापस ले सकते हैं।</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Your booking number</source>
        <translation>आपका बुकिंग नंबर</translation>
    </message>
    <message>
        <source>It is in your appointment message</source>
        <translation>यह अपॉइंटमेंट की पुष्टि के संदेश में है</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>चेक-इन करें</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>एक क्षण</translation>
    </message>
    <message>
        <source>There is no appointment with this number. Please check it</source>
        <translation>इस नंबर का कोई अपॉइंटमेंट नहीं है। कृपया जाँच लें</translation>
    </message>
    <message>
        <source>This number is not correct. A mobile number in Oman has 8 digits</source>
        <translation>यह नंबर सही नहीं है। ओमान में मोबाइल नंबर 8 अंकों का होता है</translation>
    </message>
</context>
<context>
    <name>LanguagesScreen</name>
    <message>
        <source>Change the language</source>
        <translation>भाषा बदलें</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Tickets from %1</source>
        <translation>टिकट %1 बजे से</translation>
    </message>
    <message>
        <source>Seconds left: %1</source>
        <translation>शेष सेकंड: %1</translation>
    </message>
</context>
<context>
    <name>NoticeTexts</name>
    <message>
        <source>One moment</source>
        <translation>एक क्षण</translation>
    </message>
    <message>
        <source>Your ticket is being issued</source>
        <translation>आपका टिकट बन रहा है</translation>
    </message>
    <message>
        <source>Your ticket is being printed</source>
        <translation>आपका टिकट छप रहा है</translation>
    </message>
    <message>
        <source>It will come out of the slot below</source>
        <translation>यह नीचे की खाँच से निकलेगा</translation>
    </message>
    <message>
        <source>Please take your ticket</source>
        <translation>कृपया अपना टिकट लें</translation>
    </message>
    <message>
        <source>It is in the slot below the screen</source>
        <translation>यह स्क्रीन के नीचे की खाँच में है</translation>
    </message>
    <message>
        <source>Your number is valid without paper</source>
        <translation>आपका नंबर काग़ज़ के बिना भी मान्य है</translation>
    </message>
    <message>
        <source>The printer has stopped. Note your number or scan the code</source>
        <translation>प्रिंटर रुक गया है। अपना नंबर लिख लें या कोड स्कैन करें</translation>
    </message>
    <message>
        <source>The printer has stopped. Reception will print it again for you</source>
        <translation>प्रिंटर रुक गया है। स्वागत कक्ष इसे आपके लिए फिर से छापेगा</translation>
    </message>
    <message>
        <source>Your number is valid</source>
        <translation>आपका नंबर मान्य है</translation>
    </message>
    <message>
        <source>If no paper came out, note your number or scan the code</source>
        <translation>यदि काग़ज़ नहीं निकला तो अपना नंबर लिख लें या कोड स्कैन करें</translation>
    </message>
    <message>
        <source>The printer is ready again</source>
        <translation>प्रिंटर फिर से तैयार है</translation>
    </message>
    <message>
        <source>Touch the button to print your ticket with the same number</source>
        <translation>बटन छुएँ: आपका टिकट उसी नंबर के साथ छपेगा</translation>
    </message>
    <message>
        <source>If no paper came out, touch the button to print it again</source>
        <translation>यदि काग़ज़ नहीं निकला तो फिर से छापने के लिए बटन छुएँ</translation>
    </message>
    <message>
        <source>Your ticket is still in the slot</source>
        <translation>आपका टिकट अभी भी खाँच में है</translation>
    </message>
    <message>
        <source>Please take it from the slot below the screen</source>
        <translation>कृपया इसे निकाल लें: यह स्क्रीन के नीचे की खाँच में है</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>कृपया एक क्षण रुकें</translation>
    </message>
    <message>
        <source>The ticket service is starting</source>
        <translation>टिकट सेवा शुरू हो रही है</translation>
    </message>
    <message>
        <source>We will be back shortly</source>
        <translation>हम शीघ्र ही वापस आएँगे</translation>
    </message>
    <message>
        <source>Tickets cannot be issued at the moment. Please ask at reception</source>
        <translation>इस समय टिकट नहीं दिए जा सकते। कृपया स्वागत कक्ष में पूछें</translation>
    </message>
    <message>
        <source>This screen is pausing for a moment</source>
        <translation>यह स्क्रीन कुछ क्षण के लिए रुकी है</translation>
    </message>
    <message>
        <source>This machine is not set up</source>
        <translation>यह उपकरण तैयार नहीं किया गया है</translation>
    </message>
    <message>
        <source>Please get a ticket at reception. Staff: pair this machine again</source>
        <translation>कृपया अपना टिकट स्वागत कक्ष से लें। कर्मचारी: इस उपकरण को फिर से जोड़ें</translation>
    </message>
    <message>
        <source>Please get a ticket at reception. Staff: check date, time and network of this machine, or pair it again</source>
        <translation>कृपया अपना टिकट स्वागत कक्ष से लें। कर्मचारी: इस उपकरण की तारीख, समय और नेटवर्क जाँचें, या इसे फिर से जोड़ें</translation>
    </message>
    <message>
        <source>Tickets are not issued yet</source>
        <translation>टिकट अभी नहीं दिए जा रहे हैं</translation>
    </message>
    <message>
        <source>Please come back when tickets are issued</source>
        <translation>कृपया टिकट शुरू होने पर फिर आएँ</translation>
    </message>
    <message>
        <source>No more tickets today</source>
        <translation>आज और टिकट नहीं हैं</translation>
    </message>
    <message>
        <source>Everyone who has a ticket will be served. See you on the next working day</source>
        <translation>जिनके पास टिकट है उन सबकी सेवा होगी। अगले कार्य दिवस पर मिलेंगे</translation>
    </message>
    <message>
        <source>The hall is closed</source>
        <translation>हॉल बंद है</translation>
    </message>
    <message>
        <source>We look forward to seeing you on a working day</source>
        <translation>हम कार्य दिवस पर आपकी प्रतीक्षा करेंगे</translation>
    </message>
    <message>
        <source>We will be with you shortly</source>
        <translation>हम शीघ्र ही आपकी सेवा में होंगे</translation>
    </message>
    <message>
        <source>Staff are checking today&apos;s date. Please ask at reception</source>
        <translation>कर्मचारी आज की तारीख़ जाँच रहे हैं। कृपया स्वागत कक्ष में पूछें</translation>
    </message>
    <message>
        <source>Closed because of the weather. It opens again: %1</source>
        <extracomment>%1 is a time, or a day.</extracomment>
        <translation>मौसम के कारण बंद है। फिर खुलेगा: %1</translation>
    </message>
    <message>
        <source>Closed because of flooding. It opens again: %1</source>
        <translation>बाढ़ के कारण बंद है। फिर खुलेगा: %1</translation>
    </message>
    <message>
        <source>Closed for official mourning. It opens again: %1</source>
        <translation>राजकीय शोक के कारण बंद है। फिर खुलेगा: %1</translation>
    </message>
    <message>
        <source>Closed because of a fault in the building. It opens again: %1</source>
        <translation>भवन में ख़राबी के कारण बंद है। फिर खुलेगा: %1</translation>
    </message>
    <message>
        <source>It opens again: %1</source>
        <translation>फिर खुलेगा: %1</translation>
    </message>
    <message>
        <source>The paper has run out</source>
        <translation>काग़ज़ ख़त्म हो गया है</translation>
    </message>
    <message>
        <source>Please get a ticket at reception</source>
        <translation>कृपया अपना टिकट स्वागत कक्ष से लें</translation>
    </message>
    <message>
        <source>The printer is open</source>
        <translation>प्रिंटर खुला है</translation>
    </message>
    <message>
        <source>Paper is stuck in the slot</source>
        <translation>काग़ज़ खाँच में फँस गया है</translation>
    </message>
    <message>
        <source>Please do not pull it. Get a ticket at reception</source>
        <translation>कृपया इसे न खींचें। अपना टिकट स्वागत कक्ष से लें</translation>
    </message>
    <message>
        <source>The paper does not fit this machine</source>
        <translation>काग़ज़ इस उपकरण के लिए ठीक नहीं है</translation>
    </message>
    <message>
        <source>A ticket is in the slot</source>
        <translation>खाँच में एक टिकट पड़ा है</translation>
    </message>
    <message>
        <source>Please take it out. This machine continues when the slot is empty</source>
        <translation>कृपया इसे निकाल लें। खाँच ख़ाली होते ही यह उपकरण अपने आप चल पड़ेगा</translation>
    </message>
    <message>
        <source>This machine is out of service</source>
        <translation>यह उपकरण सेवा में नहीं है</translation>
    </message>
    <message>
        <source>You are early</source>
        <extracomment>%1 is the time from which one may check in.</extracomment>
        <translation>आप जल्दी आ गए हैं</translation>
    </message>
    <message>
        <source>You can check in from %1. Please take a seat until then</source>
        <translation>आप %1 से चेक-इन कर सकते हैं। तब तक कृपया बैठें</translation>
    </message>
    <message>
        <source>You have missed your appointment time</source>
        <extracomment>%1 is the time of the appointment.</extracomment>
        <translation>आपके अपॉइंटमेंट का समय बीत चुका है</translation>
    </message>
    <message>
        <source>It was at %1. You can take a standard ticket, or ask at reception</source>
        <translation>समय %1 था। आप सामान्य टिकट ले सकते हैं या स्वागत कक्ष से पूछें</translation>
    </message>
    <message>
        <source>Your appointment is on another day</source>
        <extracomment>%1 is the day of the appointment.</extracomment>
        <translation>आपका अपॉइंटमेंट किसी और दिन है</translation>
    </message>
    <message>
        <source>It is on %1. You can take a standard ticket for today</source>
        <translation>यह %1 को है। आप आज के लिए सामान्य टिकट ले सकते हैं</translation>
    </message>
    <message>
        <source>A ticket was already issued for this appointment</source>
        <translation>इस अपॉइंटमेंट का टिकट पहले ही दिया जा चुका है</translation>
    </message>
    <message>
        <source>This appointment was cancelled</source>
        <translation>यह अपॉइंटमेंट रद्द हो चुका है</translation>
    </message>
    <message>
        <source>You can take a standard ticket, or ask at reception</source>
        <translation>आप सामान्य टिकट ले सकते हैं या स्वागत कक्ष से पूछें</translation>
    </message>
    <message>
        <source>Touch the button below to start again</source>
        <translation>फिर से शुरू करने के लिए नीचे का बटन छुएँ</translation>
    </message>
    <message>
        <source>This service has closed for today</source>
        <translation>यह सेवा आज के लिए बंद हो चुकी है</translation>
    </message>
    <message>
        <source>Please choose another service</source>
        <translation>कृपया कोई दूसरी सेवा चुनें</translation>
    </message>
    <message>
        <source>No more numbers for this service today</source>
        <translation>आज इस सेवा के और नंबर नहीं हैं</translation>
    </message>
    <message>
        <source>Please ask at reception</source>
        <translation>कृपया स्वागत कक्ष में पूछें</translation>
    </message>
    <message>
        <source>Please do not touch it until it works again</source>
        <translation>कृपया फिर से चलने तक इसे न छुएँ</translation>
    </message>
    <message>
        <source>Please get a ticket at reception. This machine continues when the cover is closed</source>
        <translation>कृपया स्वागत कक्ष से टिकट लें। ढक्कन बंद होते ही यह मशीन चल पड़ेगी</translation>
    </message>
    <message>
        <source>No tickets left today for this service</source>
        <translation>इस सेवा के आज के सभी टिकट दिए जा चुके हैं</translation>
    </message>
    <message>
        <source>Please come early on the next working day, or ask at reception for an appointment</source>
        <translation>कृपया अगले कार्य दिवस पर जल्दी आएँ, या स्वागत कक्ष से समय लें</translation>
    </message>
    <message>
        <source>This service is for other visitors</source>
        <translation>यह सेवा अन्य आगंतुकों के लिए है</translation>
    </message>
    <message>
        <source>Please choose another service or ask at reception</source>
        <translation>कृपया कोई दूसरी सेवा चुनें या स्वागत कक्ष में पूछें</translation>
    </message>
    <message>
        <source>Tickets are not issued now</source>
        <translation>अभी टिकट नहीं दिए जा रहे हैं</translation>
    </message>
    <message>
        <source>The ticket could not be issued</source>
        <translation>टिकट नहीं दिया जा सका</translation>
    </message>
</context>
<context>
    <name>PageButtons</name>
    <message>
        <source>Previous</source>
        <translation>पिछला</translation>
    </message>
    <message>
        <source>More</source>
        <translation>और</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Between the buttons that turn pages: %1 is this page, %2 how many there are.</extracomment>
        <translation>%2 में से %1</translation>
    </message>
</context>
<context>
    <name>PaperFaults</name>
    <message>
        <source>The paper is low</source>
        <translation>काग़ज़ कम हो रहा है</translation>
    </message>
    <message>
        <source>The paper runs out during the next ticket</source>
        <translation>अगले टिकट के बीच काग़ज़ ख़त्म हो</translation>
    </message>
    <message>
        <source>The paper runs out</source>
        <translation>काग़ज़ ख़त्म हो</translation>
    </message>
    <message>
        <source>Put in a new roll</source>
        <translation>नया रोल लगाएँ</translation>
    </message>
    <message>
        <source>Open the printer&apos;s cover</source>
        <translation>प्रिंटर का ढक्कन खोलें</translation>
    </message>
    <message>
        <source>Close the printer&apos;s cover</source>
        <translation>प्रिंटर का ढक्कन बंद करें</translation>
    </message>
    <message>
        <source>Simulate a jam</source>
        <translation>कटर फँसाएँ</translation>
    </message>
    <message>
        <source>Clear the jam</source>
        <translation>कटर छुड़ाएँ</translation>
    </message>
</context>
<context>
    <name>PaperGuide</name>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>In the guided change of paper: %1 is the step, %2 how many there are.</extracomment>
        <translation>चरण %1, कुल %2 में से</translation>
    </message>
    <message>
        <source>The printer detects this automatically</source>
        <translation>यह होते ही प्रिंटर को अपने आप पता चल जाता है</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>आगे</translation>
    </message>
</context>
<context>
    <name>PaperRoll</name>
    <message>
        <source>Touch the printer to simulate paper problems</source>
        <extracomment>On the picture of the demo&apos;s printer, beside the kiosk.</extracomment>
        <translation>प्रिंटर को छुएँ: काग़ज़ के साथ क्या हो सकता है?</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff: enter your PIN</source>
        <translation>कर्मचारी: अपना गुप्त नंबर दर्ज करें</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>दर्ज करें</translation>
    </message>
</context>
<context>
    <name>PrinterStatusScreen</name>
    <message>
        <source>Connected</source>
        <translation>जुड़ी हुई</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>संपर्क नहीं</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>ज्ञात नहीं</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <extracomment>In the staff&apos;s page on the printer; %1 is a number of millimetres.</extracomment>
        <translation>%1 मिमी</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>पर्याप्त</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>बदला गया</translation>
    </message>
    <message>
        <source>By</source>
        <translation>किसने बदला</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>टिकट</translation>
    </message>
    <message>
        <source>Paper width and address</source>
        <translation>काग़ज़ की चौड़ाई और पता</translation>
    </message>
    <message>
        <source>Hall service</source>
        <translation>हॉल सेवा</translation>
    </message>
</context>
<context>
    <name>PriorityStrip</name>
    <message>
        <source>Older, disabled or pregnant, or with a baby</source>
        <translation>बुज़ुर्ग, दिव्यांग व्यक्ति, गर्भवती महिलाएँ, शिशुओं के साथ आए लोग</translation>
    </message>
    <message>
        <source>Does priority service apply to you?</source>
        <translation>क्या आप प्राथमिकता सेवा के पात्र हैं?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>No</source>
        <translation>नहीं</translation>
    </message>
</context>
<context>
    <name>PrioritySwitch</name>
    <message>
        <source>Older, disabled or pregnant, or with a baby</source>
        <translation>बुज़ुर्ग, दिव्यांग व्यक्ति, गर्भवती महिलाएँ, शिशुओं के साथ आए लोग</translation>
    </message>
    <message>
        <source>Priority service</source>
        <translation>प्राथमिकता सेवा</translation>
    </message>
</context>
<context>
    <name>ScannedScreen</name>
    <message>
        <source>People ahead of you</source>
        <translation>आपसे आगे लोग</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>अनुमानित प्रतीक्षा</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>पूरा हुआ</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>मुझे और समय चाहिए</translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n second(s)</source>
        <extracomment>Under the answer to a scanned ticket.</extracomment>
        <translation>
            <numerusform>%n सेकंड में बंद होगा</numerusform>
            <numerusform>%n सेकंड में बंद होगा</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannedTexts</name>
    <message>
        <source>One moment</source>
        <translation>एक क्षण</translation>
    </message>
    <message>
        <source>Looking up your ticket</source>
        <translation>आपका टिकट खोजा जा रहा है</translation>
    </message>
    <message>
        <source>You are in the queue</source>
        <translation>आप कतार में हैं</translation>
    </message>
    <message>
        <source>Please wait until your number is called</source>
        <translation>कृपया अपना नंबर पुकारे जाने तक प्रतीक्षा करें</translation>
    </message>
    <message>
        <source>You are in the queue again</source>
        <translation>आप फिर से कतार में हैं</translation>
    </message>
    <message>
        <source>You missed your call. Your number will be called again shortly</source>
        <translation>आपका बुलावा छूट गया। आपका नंबर शीघ्र फिर पुकारा जाएगा</translation>
    </message>
    <message>
        <source>It is your turn</source>
        <translation>आपकी बारी है</translation>
    </message>
    <message>
        <source>Please go to counter %1 now</source>
        <translation>कृपया अभी काउंटर %1 पर जाएँ</translation>
    </message>
    <message>
        <source>You are being served</source>
        <translation>आपकी सेवा की जा रही है</translation>
    </message>
    <message>
        <source>At counter %1</source>
        <translation>आपका नंबर काउंटर %1 पर है</translation>
    </message>
    <message>
        <source>Your visit is on hold</source>
        <translation>आपका काम कुछ समय के लिए रोका गया है</translation>
    </message>
    <message>
        <source>Counter %1 will call you again</source>
        <translation>काउंटर %1 आपको फिर बुलाएगा</translation>
    </message>
    <message>
        <source>You missed your call</source>
        <translation>आपका बुलावा छूट गया</translation>
    </message>
    <message>
        <source>Please ask at reception</source>
        <translation>कृपया स्वागत कक्ष में पूछें</translation>
    </message>
    <message>
        <source>Your visit is finished</source>
        <translation>आपका काम पूरा हो गया है</translation>
    </message>
    <message>
        <source>For another service please take a new ticket</source>
        <translation>दूसरी सेवा के लिए कृपया नया टिकट लें</translation>
    </message>
    <message>
        <source>This ticket is no longer valid</source>
        <translation>यह टिकट अब मान्य नहीं है</translation>
    </message>
    <message>
        <source>Please take a new ticket</source>
        <translation>कृपया नया टिकट लें</translation>
    </message>
    <message>
        <source>This number was called several times</source>
        <translation>यह नंबर कई बार पुकारा गया</translation>
    </message>
    <message>
        <source>Please ask at reception to return to the queue</source>
        <translation>कृपया स्वागत कक्ष में पूछें: वे आपको फिर से कतार में जोड़ेंगे</translation>
    </message>
    <message>
        <source>This is not one of today&apos;s tickets</source>
        <translation>यह आज का टिकट नहीं है</translation>
    </message>
    <message>
        <source>This code is not for a ticket of this hall</source>
        <translation>यह किसी टिकट का कोड नहीं है</translation>
    </message>
    <message>
        <source>Hold the square code of your ticket under the reader</source>
        <translation>अपने टिकट का चौकोर कोड रीडर के नीचे रखें</translation>
    </message>
    <message>
        <source>Cannot look up your ticket now</source>
        <translation>अभी आपका टिकट नहीं खोजा जा सकता</translation>
    </message>
    <message>
        <source>Your number stays valid. Please watch the board or ask at reception</source>
        <translation>आपका नंबर मान्य है। कृपया बोर्ड देखें या स्वागत कक्ष में पूछें</translation>
    </message>
    <message>
        <source>They will help you with this ticket</source>
        <translation>वे इस टिकट में आपकी मदद करेंगे</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Nobody is waiting</source>
        <translation>कोई प्रतीक्षा में नहीं</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) waiting</source>
        <extracomment>On a service tile; at most 24 characters.</extracomment>
        <translation>
            <numerusform>%n व्यक्ति प्रतीक्षा में</numerusform>
            <numerusform>%n लोग प्रतीक्षा में</numerusform>
        </translation>
    </message>
    <message>
        <source>Begins at %1</source>
        <extracomment>On a service tile, the ticket screen and the phone: %1 is a time such as 08:00; at most 30 characters.</extracomment>
        <translation>%1 बजे शुरू होगी</translation>
    </message>
    <message>
        <source>No counter is open for it now</source>
        <extracomment>On a service tile and on the ticket screen; at most 36 characters.</extracomment>
        <translation>इसके लिए अभी कोई काउंटर खुला नहीं</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n minute(s)</source>
        <extracomment>On a service tile and on the ticket screen; at most 26 characters.</extracomment>
        <translation>
            <numerusform>%n मिनट तक</numerusform>
            <numerusform>%n मिनट तक</numerusform>
        </translation>
    </message>
    <message>
        <source>1 to 2 minutes</source>
        <translation>1 से 2 मिनट</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n minute(s)</source>
        <extracomment>On a service tile and on the ticket screen: %1 is the lower end of the range; at most 26 characters.</extracomment>
        <translation>
            <numerusform>%1 से %n मिनट</numerusform>
            <numerusform>%1 से %n मिनट</numerusform>
        </translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>अगली बारी आपकी है</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <extracomment>On the ticket screen, under &quot;People ahead of you&quot;.</extracomment>
        <translation>
            <numerusform>%n व्यक्ति</numerusform>
            <numerusform>%n लोग</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen resets in %n second(s)</source>
        <translation>
            <numerusform>यह स्क्रीन %n सेकंड में फिर से शुरू होगी</numerusform>
            <numerusform>यह स्क्रीन %n सेकंड में फिर से शुरू होगी</numerusform>
        </translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>नागरिक</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>निवासी</translation>
    </message>
    <message>
        <source>Visitor to Oman</source>
        <translation>ओमान में आगंतुक</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>कंपनी</translation>
    </message>
    <message>
        <source>Government entity</source>
        <translation>सरकारी संस्था</translation>
    </message>
    <message>
        <source>Investor or developer</source>
        <translation>निवेशक या डेवलपर</translation>
    </message>
</context>
<context>
    <name>ServicesScreen</name>
    <message>
        <source>The wait is long at the moment</source>
        <translation>इस समय प्रतीक्षा लंबी है</translation>
    </message>
    <message>
        <source>%1: %2. Do you still want a ticket?</source>
        <extracomment>Below the headline: %1 is the service, %2 the expected wait (&quot;40 to 60 minutes&quot;).</extracomment>
        <translation>%1: %2। क्या आप फिर भी टिकट चाहते हैं?</translation>
    </message>
    <message>
        <source>Yes, take a ticket</source>
        <translation>हाँ, टिकट लें</translation>
    </message>
    <message>
        <source>No, another service</source>
        <translation>नहीं, कोई दूसरी सेवा</translation>
    </message>
    <message>
        <source>Do you want another ticket?</source>
        <translation>क्या आपको एक और टिकट चाहिए?</translation>
    </message>
    <message>
        <source>No, I have finished</source>
        <translation>नहीं, मेरा काम हो गया</translation>
    </message>
    <message>
        <source>Yes, another ticket</source>
        <translation>हाँ, एक और टिकट</translation>
    </message>
    <message>
        <source>Send messages to this number?</source>
        <translation>क्या इस नंबर पर संदेश भेजें?</translation>
    </message>
    <message>
        <source>No, change the number</source>
        <translation>नहीं, नंबर बदलें</translation>
    </message>
    <message>
        <source>Yes, I agree</source>
        <translation>हाँ, मैं सहमत हूँ</translation>
    </message>
    <message>
        <source>Who is the service for?</source>
        <translation>यह सेवा किसके लिए है?</translation>
    </message>
    <message>
        <source>How can we help you?</source>
        <translation>हम आपकी क्या सहायता करें?</translation>
    </message>
    <message>
        <source>Choose a group of services</source>
        <translation>जिस समूह में आपकी सेवा है उसे छुएँ</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>जिस सेवा के लिए आए हैं उसे छुएँ</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>अभी उपलब्ध नहीं</translation>
    </message>
    <message>
        <source>No tickets left today</source>
        <translation>आज के टिकट समाप्त</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>मेरा अपॉइंटमेंट है</translation>
    </message>
    <message>
        <source>Other services</source>
        <translation>अन्य सेवाएँ</translation>
    </message>
</context>
<context>
    <name>SignClip</name>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>एक बार फिर</translation>
    </message>
    <message>
        <source>Take a ticket</source>
        <translation>टिकट लें</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Press Next to move through the choices, and Choose to select one</source>
        <translation>विकल्प सुनने के लिए अगला बटन दबाएँ, और लेने के लिए चुनें बटन दबाएँ</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Said of a control: %1 is its place among %2.</extracomment>
        <translation>%2 में से %1</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>चुना हुआ</translation>
    </message>
    <message>
        <source>Not selected</source>
        <translation>नहीं चुना हुआ</translation>
    </message>
</context>
<context>
    <name>StaffMenu</name>
    <message>
        <source>Staff menu · %1</source>
        <extracomment>The staff menu&apos;s headline; %1 is the name of who opened it.</extracomment>
        <translation>कर्मचारी मेन्यू · %1</translation>
    </message>
    <message>
        <source>These tickets were not printed completely</source>
        <translation>ये टिकट पूरे नहीं निकले</translation>
    </message>
    <message>
        <source>Choose a ticket to print again</source>
        <translation>कौन-सा टिकट फिर से छापना है?</translation>
    </message>
    <message>
        <source>The number stays the same. The paper shows «Copy» and the time</source>
        <translation>नंबर वही रहता है; काग़ज़ पर «प्रति» और समय लिखा होगा</translation>
    </message>
    <message>
        <source>No tickets issued on this device today</source>
        <translation>इस उपकरण ने आज अभी कोई टिकट नहीं दिया</translation>
    </message>
</context>
<context>
    <name>StaffTexts</name>
    <message>
        <source>Paper</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>Screen and sound</source>
        <translation>स्क्रीन और ध्वनि</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>उपकरण</translation>
    </message>
    <message>
        <source>Print a ticket again</source>
        <translation>टिकट फिर से छापें</translation>
    </message>
    <message>
        <source>Change the paper</source>
        <translation>काग़ज़ बदलें</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>परीक्षण छपाई</translation>
    </message>
    <message>
        <source>Printer status</source>
        <translation>प्रिंटर की स्थिति</translation>
    </message>
    <message>
        <source>Restart the program</source>
        <translation>प्रोग्राम फिर से चलाएँ</translation>
    </message>
    <message>
        <source>Restart the device</source>
        <translation>उपकरण फिर से चलाएँ</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>स्क्रीन साफ़ करें</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>आवाज़ का स्तर</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>चमक</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>नेटवर्क</translation>
    </message>
    <message>
        <source>Volume up</source>
        <translation>और तेज़</translation>
    </message>
    <message>
        <source>Volume down</source>
        <translation>और धीमी</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>और चमकीली</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>कम चमकीली</translation>
    </message>
    <message>
        <source>Close the menu</source>
        <translation>मेन्यू बंद करें</translation>
    </message>
    <message>
        <source>Back to the menu</source>
        <translation>मेन्यू पर वापस</translation>
    </message>
    <message>
        <source>Go through the steps again</source>
        <translation>चरण फिर से करें</translation>
    </message>
    <message>
        <source>Both arrows are complete</source>
        <translation>दोनों तीर पूरे हैं</translation>
    </message>
    <message>
        <source>One is cut off or missing</source>
        <translation>एक कटा हुआ या ग़ायब है</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>प्रिंटर ठीक है</translation>
    </message>
    <message>
        <source>The paper is low: have a new roll ready</source>
        <translation>काग़ज़ कम है: नया रोल तैयार रखें</translation>
    </message>
    <message>
        <source>The printer works, but cannot report its status</source>
        <translation>प्रिंटर छापता है पर अपनी स्थिति नहीं बता सकता</translation>
    </message>
    <message>
        <source>The printer is not connected yet</source>
        <translation>प्रिंटर से अभी कोई जवाब नहीं आया</translation>
    </message>
    <message>
        <source>The roll does not match the paper width setting: put in the right one</source>
        <translation>रोल तय चौड़ाई का नहीं है: सही रोल लगाएँ</translation>
    </message>
    <message>
        <source>A ticket is in the slot: take it out</source>
        <translation>खाँच में टिकट पड़ा है: उसे निकाल लें</translation>
    </message>
    <message>
        <source>The paper is out: put in a new roll</source>
        <translation>काग़ज़ ख़त्म है: नया रोल लगाएँ</translation>
    </message>
    <message>
        <source>The cover is open: close it</source>
        <translation>ढक्कन खुला है: उसे बंद करें</translation>
    </message>
    <message>
        <source>The cutter is jammed: open the cover, free the paper, switch off and on</source>
        <translation>कटर फँस गया है: ढक्कन खोलें, काग़ज़ निकालें, बंद करके चलाएँ</translation>
    </message>
    <message>
        <source>Paper is stuck in the slot: pull it out, open and close the cover</source>
        <translation>काग़ज़ खाँच में फँसा है: उसे खींच लें, ढक्कन खोलकर बंद करें</translation>
    </message>
    <message>
        <source>The mechanism reports an error: switch the printer off and on</source>
        <translation>मशीन में त्रुटि है: प्रिंटर बंद करके चलाएँ</translation>
    </message>
    <message>
        <source>The printer is offline: press its feed button, or switch it off and on</source>
        <translation>प्रिंटर ऑफ़लाइन है: फ़ीड बटन दबाएँ या बंद करके चलाएँ</translation>
    </message>
    <message>
        <source>No printer is connected: plug it in and switch it on</source>
        <translation>प्रिंटर नहीं मिला: उसे जोड़ें और चलाएँ</translation>
    </message>
    <message>
        <source>This program has no permission to use the printer: call the technician</source>
        <translation>प्रोग्राम को प्रिंटर की अनुमति नहीं है: तकनीशियन को बुलाएँ</translation>
    </message>
    <message>
        <source>Another program uses the printer: call the technician</source>
        <translation>दूसरा प्रोग्राम प्रिंटर का उपयोग कर रहा है: तकनीशियन को बुलाएँ</translation>
    </message>
    <message>
        <source>The printer cannot be reached: check its power and its cable</source>
        <translation>प्रिंटर तक पहुँच नहीं है: बिजली और केबल जाँचें</translation>
    </message>
    <message>
        <source>The connection to the printer was lost: check its power and its cable</source>
        <translation>प्रिंटर से संपर्क टूट गया: बिजली और केबल जाँचें</translation>
    </message>
    <message>
        <source>The printer stopped answering: switch it off and on</source>
        <translation>प्रिंटर जवाब नहीं दे रहा: बंद करके चलाएँ</translation>
    </message>
    <message>
        <source>The printer accepts no data: switch it off and on</source>
        <translation>प्रिंटर और डेटा नहीं ले रहा: बंद करके चलाएँ</translation>
    </message>
    <message>
        <source>The printer cannot be used: call the technician</source>
        <translation>प्रिंटर का उपयोग नहीं हो सकता: तकनीशियन को बुलाएँ</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ठीक है</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>कम है</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>ख़त्म</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>ज्ञात नहीं</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s)</source>
        <translation>
            <numerusform>बहुत बार ग़लत नंबर। %n सेकंड बाद फिर कोशिश करें</numerusform>
            <numerusform>बहुत बार ग़लत नंबर। %n सेकंड बाद फिर कोशिश करें</numerusform>
        </translation>
    </message>
    <message>
        <source>4 to 8 digits, then press Enter</source>
        <translation>4 से 8 अंक, फिर «दर्ज करें» दबाएँ</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>एक क्षण</translation>
    </message>
    <message>
        <source>The PIN is wrong</source>
        <translation>यह नंबर इस उपकरण का नहीं है</translation>
    </message>
    <message>
        <source>No PIN is set for this device. Ask the technician</source>
        <translation>इस उपकरण के लिए गुप्त नंबर तय नहीं है: तकनीशियन तय करेगा</translation>
    </message>
    <message>
        <source>Open the printer&apos;s cover</source>
        <translation>प्रिंटर का ढक्कन खोलें</translation>
    </message>
    <message>
        <source>Unlock the door, press the cover&apos;s lever and lift</source>
        <translation>दरवाज़ा खोलें, ढक्कन का लीवर दबाकर उठाएँ</translation>
    </message>
    <message>
        <source>Take out the rest of the old roll</source>
        <translation>पुराने रोल का बचा हिस्सा निकालें</translation>
    </message>
    <message>
        <source>Remove loose bits of paper too</source>
        <translation>काग़ज़ के टुकड़े भी निकाल दें</translation>
    </message>
    <message>
        <source>Put in the new roll</source>
        <translation>नया रोल लगाएँ</translation>
    </message>
    <message>
        <source>The paper comes from the bottom of the roll, over the front edge</source>
        <translation>काग़ज़ रोल के नीचे से निकले और उसका सिरा आगे के किनारे पर रहे</translation>
    </message>
    <message>
        <source>Close the cover until it clicks</source>
        <translation>ढक्कन खट की आवाज़ होने तक बंद करें</translation>
    </message>
    <message>
        <source>The end of the paper must stick out. Then a test slip is printed</source>
        <translation>काग़ज़ का सिरा बाहर दिखे। फिर परीक्षण पर्ची छपेगी</translation>
    </message>
    <message>
        <source>The test slip is being printed</source>
        <translation>परीक्षण पर्ची छप रही है</translation>
    </message>
    <message>
        <source>It will come out of the slot below</source>
        <translation>यह नीचे की खाँच से निकलेगा</translation>
    </message>
    <message>
        <source>Are both arrows on the slip complete?</source>
        <translation>क्या पर्ची पर दोनों तीर पूरे हैं?</translation>
    </message>
    <message>
        <source>One at the left edge and one at the right edge of the paper</source>
        <translation>एक काग़ज़ के बाएँ और एक दाएँ किनारे पर</translation>
    </message>
    <message>
        <source>Restart the program?</source>
        <translation>प्रोग्राम फिर से चलाएँ?</translation>
    </message>
    <message>
        <source>Visitors will wait a few seconds</source>
        <translation>आगंतुकों को कुछ सेकंड प्रतीक्षा करनी होगी</translation>
    </message>
    <message>
        <source>Restart the device?</source>
        <translation>उपकरण फिर से चलाएँ?</translation>
    </message>
    <message>
        <source>Visitors will wait about a minute</source>
        <translation>आगंतुकों को लगभग एक मिनट प्रतीक्षा करनी होगी</translation>
    </message>
    <message>
        <source>Shut the device down?</source>
        <translation>उपकरण बंद करें?</translation>
    </message>
    <message>
        <source>It issues no tickets until it is switched on again</source>
        <translation>जब तक कोई इसे चालू न करे यह टिकट नहीं देगा</translation>
    </message>
    <message>
        <source>The paper is changed</source>
        <translation>काग़ज़ बदल गया</translation>
    </message>
    <message>
        <source>Tickets are issued again</source>
        <translation>टिकट फिर से दिए जा रहे हैं</translation>
    </message>
    <message>
        <source>The test slip is printed</source>
        <translation>परीक्षण पर्ची छप गई</translation>
    </message>
    <message>
        <source>The ticket is printed again</source>
        <translation>टिकट फिर से छप गया</translation>
    </message>
    <message>
        <source>It has the same number and is marked «Copy»</source>
        <translation>इस पर वही नंबर और «प्रति» लिखा है</translation>
    </message>
    <message>
        <source>The ticket could not be printed</source>
        <translation>टिकट नहीं छप सका</translation>
    </message>
    <message>
        <source>The number is still valid</source>
        <translation>फिर भी नंबर मान्य है</translation>
    </message>
    <message>
        <source>Test print failed</source>
        <translation>परीक्षण पर्ची नहीं निकली</translation>
    </message>
    <message>
        <source>Check printer status</source>
        <translation>देखें प्रिंटर क्या बताता है</translation>
    </message>
    <message>
        <source>The roll does not match the setting</source>
        <translation>रोल सेटिंग से मेल नहीं खाता</translation>
    </message>
    <message>
        <source>No tickets are issued until it does: put in the right roll, or call the technician</source>
        <translation>सही रोल लगने तक टिकट नहीं मिलेंगे: सही रोल लगाएँ या तकनीशियन को बुलाएँ</translation>
    </message>
    <message>
        <source>The program cannot do that on this device</source>
        <translation>उपकरण प्रोग्राम को यह करने की अनुमति नहीं देता</translation>
    </message>
    <message>
        <source>Use the switch, or call the technician</source>
        <translation>स्विच का उपयोग करें या तकनीशियन को बुलाएँ</translation>
    </message>
    <message>
        <source>Volume of spoken prompts</source>
        <translation>बोले जाने वाले निर्देश कितने तेज़ हों?</translation>
    </message>
    <message>
        <source>The next prompt plays at this volume</source>
        <translation>अगला निर्देश इसी आवाज़ में होगा</translation>
    </message>
    <message>
        <source>Screen brightness</source>
        <translation>स्क्रीन कितनी चमकीली हो?</translation>
    </message>
    <message>
        <source>It must be readable from the side too</source>
        <translation>इसे बगल से भी पढ़ा जा सके</translation>
    </message>
    <message>
        <source>The hall service is responding</source>
        <translation>हॉल सेवा उत्तर दे रही है</translation>
    </message>
    <message>
        <source>The network works</source>
        <translation>नेटवर्क ठीक है</translation>
    </message>
    <message>
        <source>The hall service is not responding</source>
        <translation>हॉल सेवा उत्तर नहीं दे रही</translation>
    </message>
    <message>
        <source>Check the network cable, then check that the hall service is running</source>
        <translation>नेटवर्क केबल जाँचें, फिर देखें कि हॉल सेवा चल रही है</translation>
    </message>
    <message>
        <source>The hall&apos;s certificate is refused</source>
        <translation>हॉल का प्रमाणपत्र स्वीकार नहीं हुआ</translation>
    </message>
    <message>
        <source>Check this device&apos;s date; if it is right, have it paired again</source>
        <translation>इस उपकरण की तारीख जाँचें; सही हो तो इसे दोबारा जुड़वाएँ</translation>
    </message>
    <message>
        <source>The program cannot change that on this device</source>
        <translation>यह उपकरण प्रोग्राम को यह बदलने नहीं देता</translation>
    </message>
    <message>
        <source>Use the screen&apos;s own buttons, or call the technician</source>
        <translation>स्क्रीन के अपने बटन इस्तेमाल करें या तकनीशियन को बुलाएँ</translation>
    </message>
    <message>
        <source>You can clean the screen now</source>
        <translation>अब स्क्रीन पोंछी जा सकती है</translation>
    </message>
    <message>
        <source>Touch is off. The menu returns automatically</source>
        <translation>छूने से कुछ नहीं होगा। मेनू अपने आप लौट आएगा</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>काम जारी है</translation>
    </message>
    <message>
        <source>The device continues automatically</source>
        <translation>यह उपकरण अपने आप चल पड़ेगा</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>छप गया</translation>
    </message>
    <message>
        <source>Sent, not confirmed</source>
        <translation>भेजा गया, पुष्टि नहीं</translation>
    </message>
    <message>
        <source>Being printed</source>
        <translation>छप रहा है</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>नहीं छपा</translation>
    </message>
    <message>
        <source>Cut off while printing</source>
        <translation>छपते समय रुक गया</translation>
    </message>
    <message>
        <source>Perhaps not printed</source>
        <translation>शायद नहीं छपा</translation>
    </message>
    <message numerus="yes">
        <source>Paper for about %n ticket(s)</source>
        <extracomment>In the staff menu: an estimate of what the paper roll is good for.</extracomment>
        <translation>
            <numerusform>लगभग %n टिकट का काग़ज़</numerusform>
            <numerusform>लगभग %n टिकटों का काग़ज़</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) since</source>
        <translation>
            <numerusform>तब से %n टिकट</numerusform>
            <numerusform>तब से %n टिकट</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n सेकंड शेष</numerusform>
            <numerusform>%n सेकंड शेष</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It took %n second(s)</source>
        <translation>
            <numerusform>%n सेकंड लगा</numerusform>
            <numerusform>%n सेकंड लगे</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketScreen</name>
    <message>
        <source>Print my ticket</source>
        <translation>मेरा टिकट छापें</translation>
    </message>
    <message>
        <source>Priority service</source>
        <translation>प्राथमिकता सेवा</translation>
    </message>
    <message>
        <source>A member of staff will call you</source>
        <extracomment>On the ticket screen while the hall service is away, in place of the wait; at most 40 characters.</extracomment>
        <translation>एक कर्मचारी आपको बुलाएगा</translation>
    </message>
    <message>
        <source>People ahead of you</source>
        <translation>आपसे आगे लोग</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>अनुमानित प्रतीक्षा</translation>
    </message>
    <message>
        <source>Code to follow your turn on a phone</source>
        <translation>फ़ोन पर अपनी बारी देखने का कोड</translation>
    </message>
    <message>
        <source>The code works once the hall&apos;s system is back</source>
        <translation>हॉल का सिस्टम लौटने पर यह कोड काम करेगा</translation>
    </message>
    <message>
        <source>Scan to follow your turn on your phone</source>
        <translation>अपने फ़ोन पर बारी देखने के लिए स्कैन करें</translation>
    </message>
    <message>
        <source>Touch the screen to see your number again</source>
        <translation>अपना नंबर फिर देखने के लिए स्क्रीन छुएँ</translation>
    </message>
</context>
<context>
    <name>TimeNotice</name>
    <message>
        <source>I need more time</source>
        <translation>मुझे और समय चाहिए</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>Touch here to begin</source>
        <translation>शुरू करने के लिए यहाँ छुएँ</translation>
    </message>
    <message>
        <source>Choose your language to take a ticket</source>
        <translation>टिकट लेने के लिए अपनी भाषा चुनें</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>आपका स्वागत है</translation>
    </message>
</context>
</TS>
