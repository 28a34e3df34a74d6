"""Reports: figures of a period as a document, in CSV, workbook and PDF."""
