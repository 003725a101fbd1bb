import Testing

@Suite("HTML: the tree")
struct HTMLTreeTests {
  @Test(
    "what is nested in what",
    arguments: [
      ("", ""),
      (" \n\t ", ""),
      ("\u{FEFF}", ""),
      ("<html><body><p>一<b>二</b></p></body></html>", #"html[body[p["一" b["二"]]]]"#),
      ("text", #"html[body[p["text"]]]"#),
      ("<title>T</title><p>a", #"html[head[title["T"]] body[p["a"]]]"#),
      ("<p>a<p>b", #"html[body[p["a"] p["b"]]]"#),
      ("<div>a<br>b<img src=x>c</div>", #"html[body[div["a" br "b" img "c"]]]"#),
      ("<ul><li>a<li>b</ul>", #"html[body[ul[li["a"] li["b"]]]]"#),
      ("<table><tr><td>a<td>b<tr><td>c</table>", #"html[body[table[tr[td["a"] td["b"]] tr[td["c"]]]]]"#),
      ("<b><i>x</b>y</i>z", #"html[body[b[i["x"]] "yz"]]"#),
      ("<DIV>a</Div>", #"html[body[div["a"]]]"#),
      ("<svg:g>a</svg:g>", #"html[body[svg:g["a"]]]"#),
      ("<div/>a", #"html[body[div "a"]]"#),
    ])
  func nesting(html: String, outline: String) throws {
    let page = try ParsedPage(html)
    #expect(page.outline == outline)
    #expect(page.problems() == [])
  }

  @Test(
    "comments and what only looks like one are left out, script and style are kept as they are",
    arguments: [
      ("<p>a<!-- b > <i> -->c", #"html[body[p["ac"]]]"#),
      ("<p>a<!-->b<!--->c<!---->d<!--x--!>e", #"html[body[p["abcde"]]]"#),
      ("<p>a<!-- b", #"html[body[p["a"]]]"#),
      ("<!DOCTYPE html><p>a<!doctype html>b", #"html[body[p["ab"]]]"#),
      ("<p>a<![CDATA[b]]>c", #"html[body[p["ac"]]]"#),
      ("<p>a<![if !vml]>b<![endif]>c", #"html[body[p["abc"]]]"#),
      ("<p>a<?php echo 1 ?>b<?=$x?>c", #"html[body[p["abc"]]]"#),
      ("<p>a</ b>c<!中>d", #"html[body[p["acd"]]]"#),
      ("<script>if (a && b < c) '</p>&amp;'</script>", #"html[head[script["if (a && b < c) '</p>&amp;'"]]]"#),
      ("<style>a > b {}</style>", #"html[head[style["a > b {}"]]]"#),
      ("<script>a", #"html[head[script["a"]]]"#),
      ("<p>1 < 2, a<3, <<", #"html[body[p["1 < 2, a<3, <<"]]]"#),
    ])
  func notText(html: String, outline: String) throws {
    let page = try ParsedPage(html)
    #expect(page.outline == outline)
    #expect(page.problems() == [])
  }

  @Test(
    "an element's source, from its `<` to the end of its end tag or of what it holds",
    arguments: [
      ("x<b title='>'>y</b>z", "b", "<b title='>'>y</b>"),
      ("<p>a<p>b", "p", "<p>a"),
      ("<div>a<!-- --><br/ ></div >b", "div", "<div>a<!-- --><br/ ></div >"),
      ("<div>a<br/>b", "br", "<br/>"),
      ("<b><i>x</b>y", "i", "<i>x"),
      ("<b><i>x</b>y", "b", "<b><i>x</b>"),
      ("<!-- c -->text</p>", "p", "text</p>"),
      ("<!-- c --><title>t</title>x", "head", "<title>t</title>"),
      ("<!-- c --><title>t</title>x", "body", "x"),
      ("<a href='<a>'>x</a>", "a", "<a href='<a>'>x</a>"),
      ("a<div class=b", "div", "<div class=b"),
      ("<head></head>one", "head", "<head></head>"),
      ("<meta><head></head>one", "head", "<meta>"),
      ("<script>'<b></b>'</script ><b>x</b>", "b", "<b>x</b>"),
    ])
  func elementSource(html: String, tag: String, source: String) throws {
    let page = try ParsedPage(html)
    let element = try #require(page.firstElement(named: tag))
    #expect(page.source(of: element) == source)
    #expect(page.problems() == [])
  }

  @Test(
    "attributes, with references in their values replaced",
    arguments: [
      ("<a HREF=\"/x?a=1&amp;b=2\" id='q' checked>", ["href=/x?a=1&b=2", "id=q", "checked="]),
      ("<a href='?a=1&copy=2&lt;&#x4e00;&'>", ["href=?a=1&copy=2<一&"]),
      ("<a title=a&nbsp>", ["title=a\u{A0}"]),
      ("<a title='\n 中\r\n'>", ["title=\n 中\r\n"]),
      ("<a a=1 a=2>", ["a=1"]),
      ("<a href=a/b/>", ["href=a/b/"]),
      ("<a href='x", ["href=x"]),
    ])
  func attributes(html: String, attributes: [String]) throws {
    let page = try ParsedPage(html)
    let element = try #require(page.firstElement(named: "a"))
    #expect(page.attributes(of: element) == attributes)
  }
}
