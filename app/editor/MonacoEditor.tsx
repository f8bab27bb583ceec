import * as monaco from "monaco-editor/editor";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codeAction/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/contextmenu/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/toggleTabFocusMode/register";
import "monaco-editor/features/wordOperations/register";
import { useEffect, useRef, type ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { useDocument } from "../session/document-store.ts";
import { useScheme } from "../theme/use-scheme.ts";
import { useMedia } from "../ui/use-media.ts";
import { useEditor } from "./editor-store.ts";
import styles from "./Editor.module.css";
import { fullMessage, markerRange } from "./marker-ranges.ts";
import { editorTheme } from "./monaco-theme.ts";
import { SQL_LANGUAGE, sqlConfiguration, sqlTokens } from "./sql-language.ts";

globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker({ name: "monaco" }) };
monaco.languages.register({ id: SQL_LANGUAGE });
monaco.languages.setLanguageConfiguration(SQL_LANGUAGE, sqlConfiguration);
monaco.languages.setMonarchTokensProvider(SQL_LANGUAGE, sqlTokens);
monaco.languages.registerCodeActionProvider(SQL_LANGUAGE, { provideCodeActions: fixes });

/** Owner of our markers. */
const OWNER = "windowpane";

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
};

/** The query in Monaco: takes over the text of the store, and gives every change back to it. */
export default function MonacoEditor(): ReactNode {
  const { type } = usePlayground();
  const scheme = useScheme();
  const narrow = useMedia("(width < 1180px)");
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor | null>(null);

  useEffect(() => {
    monaco.editor.defineTheme("windowpane", editorTheme(scheme === "dark"));
    monaco.editor.setTheme("windowpane");
  }, [scheme]);

  useEffect(() => {
    if (!host.current) return;
    const made = monaco.editor.create(host.current, {
      ...options,
      value: useDocument.getState().sql,
      language: SQL_LANGUAGE,
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--mono"),
    });
    const model = made.getModel();
    if (!model) return;
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    editor.current = made;
    takeCaret(made, model);
    const endings = [
      model.onDidChangeContent(() => {
        const sql = model.getValue();
        if (sql !== useDocument.getState().sql) type(sql);
      }),
      {
        dispose: useDocument.subscribe((state, old) => {
          if (state.revision !== old.revision) replaceText(made, model, state.sql);
          if (state.diagnostics !== old.diagnostics) setMarkers(model);
        }),
      },
      {
        dispose: useEditor.subscribe(({ shown }, old) => {
          if (shown && shown.choice !== old.shown?.choice) {
            made.setSelection(markerRange(model, shown.range));
            made.revealLineInCenterIfOutsideViewport(model.getPositionAt(shown.range.start).lineNumber);
            made.focus();
          }
        }),
      },
    ];
    setMarkers(model);
    return () => {
      for (const ending of endings) ending.dispose();
      made.dispose();
      model.dispose();
      editor.current = null;
    };
  }, [type]);

  useEffect(() => {
    editor.current?.updateOptions(
      narrow ? { fontSize: 12, lineHeight: 18 } : { fontSize: 13, lineHeight: 19 },
    );
  }, [narrow]);

  return <div ref={host} className={styles.monaco} />;
}

const options: monaco.editor.IStandaloneEditorConstructionOptions & Record<string, unknown> = {
  ariaLabel: "SQL query",
  automaticLayout: true,
  fixedOverflowWidgets: true,
  fontLigatures: false,
  fontSize: 13,
  lineHeight: 19,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 20,
  guides: { indentation: false },
  "bracketPairColorization.enabled": false,
  wordWrap: "on",
  wrappingIndent: "indent",
  glyphMargin: false,
  folding: false,
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  overviewRulerBorder: false,
  padding: { top: 8, bottom: 8 },
  quickSuggestions: false,
  renderFinalNewline: "on",
  renderLineHighlight: "all",
  scrollBeyondLastLine: false,
  scrollbar: {
    verticalScrollbarSize: 8,
    horizontalScrollbarSize: 8,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  tabSize: 2,
  wordBasedSuggestions: "off",
};

/** The plain editor had focus when it was replaced: go on where it was. */
function takeCaret(editor: monaco.editor.IStandaloneCodeEditor, model: monaco.editor.ITextModel): void {
  const { caret } = useEditor.getState();
  if (caret === null) return;
  editor.setPosition(model.getPositionAt(caret));
  editor.focus();
  useEditor.setState({ caret: null });
}

/** As one edit that undo takes back. */
function replaceText(
  editor: monaco.editor.IStandaloneCodeEditor,
  model: monaco.editor.ITextModel,
  text: string,
): void {
  if (model.getValue() === text) return;
  editor.pushUndoStop();
  editor.executeEdits(OWNER, [{ range: model.getFullModelRange(), text }]);
  editor.pushUndoStop();
  editor.setPosition({ lineNumber: 1, column: 1 });
}

function setMarkers(model: monaco.editor.ITextModel): void {
  const { sql, diagnostics } = useDocument.getState();
  if (model.getValue() !== sql) return;
  monaco.editor.setModelMarkers(
    model,
    OWNER,
    diagnostics.map((diagnostic) => ({
      ...markerRange(model, diagnostic.range),
      severity: severities[diagnostic.severity],
      message: fullMessage(diagnostic),
      code: diagnostic.code,
    })),
  );
}

function fixes(model: monaco.editor.ITextModel, range: monaco.Range): monaco.languages.CodeActionList {
  const { sql, diagnostics } = useDocument.getState();
  const actions = diagnostics.flatMap((diagnostic): monaco.languages.CodeAction[] => {
    const at = markerRange(model, diagnostic.range);
    if (diagnostic.fix === null || model.getValue() !== sql) return [];
    if (!monaco.Range.areIntersectingOrTouching(range, at)) return [];
    const edit = {
      resource: model.uri,
      versionId: model.getVersionId(),
      textEdit: { range: at, text: diagnostic.fix },
    };
    return [
      {
        title: diagnostic.fix === "" ? "Remove this" : `Replace by ${diagnostic.fix}`,
        kind: "quickfix",
        isPreferred: true,
        edit: { edits: [edit] },
      },
    ];
  });
  return { actions, dispose: () => undefined };
}
