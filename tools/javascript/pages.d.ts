// What the pages take an element that they find by its id, and an event's target, to have. Which element has which of these
// is not checked; a name that none of them has is an error.

interface EventTarget {
  checked?: any;
  click?: any;
  close?: any;
  closest?: any;
  dataset?: any;
  disabled?: any;
  elements?: any;
  focus?: any;
  getAttribute?: any;
  id?: any;
  max?: any;
  options?: any;
  querySelector?: any;
  querySelectorAll?: any;
  required?: any;
  reset?: any;
  returnValue?: any;
  selectedOptions?: any;
  showModal?: any;
  style?: any;
  value?: any;
  href?: any;
  open?: any;
  add?: any;
}

interface Event {
  ports?: any; // of a worker's connect
}

interface File {
  trim?: any; // no form of the pages has a file: what is typed is text
}

// What an audio worklet has around it.
declare class AudioWorkletProcessor {
  port: MessagePort;
}
declare function registerProcessor(name: string, processor: any): void;
