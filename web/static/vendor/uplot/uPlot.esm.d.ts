// The one thing that the pages take from uPlot, for the check of types.
declare const uPlot: any;
export default uPlot;
