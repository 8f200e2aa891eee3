<?xml version="1.0" encoding="utf-8"?>
<!-- A feed opened in a browser, as a page that says what a feed is. The plugin fills the parameters. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
    exclude-result-prefixes="atom dc">
  <xsl:output method="html" encoding="utf-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:param name="language">en</xsl:param>
  <xsl:param name="direction">ltr</xsl:param>
  <xsl:param name="css">feed.css</xsl:param>
  <xsl:param name="heading">This is a feed</xsl:param>
  <xsl:param name="help"></xsl:param>
  <xsl:param name="visit"></xsl:param>
  <xsl:param name="latest">Latest posts</xsl:param>

  <xsl:template match="/rss">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="channel/title"/>
      <xsl:with-param name="about" select="channel/description"/>
      <xsl:with-param name="home" select="channel/link"/>
      <xsl:with-param name="entries" select="channel/item"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/atom:feed">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="atom:title"/>
      <xsl:with-param name="about" select="atom:subtitle"/>
      <xsl:with-param name="home" select="atom:link[@rel='alternate']/@href"/>
      <xsl:with-param name="entries" select="atom:entry"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="page">
    <xsl:param name="title"/>
    <xsl:param name="about"/>
    <xsl:param name="home"/>
    <xsl:param name="entries"/>
    <html lang="{$language}" dir="{$direction}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <title><xsl:value-of select="$title"/></title>
        <link rel="stylesheet" href="{$css}"/>
      </head>
      <body>
        <main>
          <h1><xsl:value-of select="$title"/></h1>
          <xsl:if test="$about != $title"><p><xsl:value-of select="$about"/></p></xsl:if>
          <aside>
            <h2><xsl:value-of select="$heading"/></h2>
            <xsl:if test="$help != ''"><p><xsl:value-of select="$help"/></p></xsl:if>
            <p>
              <a href="{$home}">
                <xsl:choose>
                  <xsl:when test="$visit != ''"><xsl:value-of select="$visit"/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="$home"/></xsl:otherwise>
                </xsl:choose>
              </a>
            </p>
          </aside>
          <xsl:if test="$entries">
            <h2><xsl:value-of select="$latest"/></h2>
            <ul><xsl:apply-templates select="$entries"/></ul>
          </xsl:if>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="item">
    <li>
      <a href="{link}"><xsl:value-of select="title"/></a>
      <xsl:call-template name="byline">
        <xsl:with-param name="date" select="substring(pubDate, 6, 11)"/>
        <xsl:with-param name="names" select="dc:creator"/>
      </xsl:call-template>
    </li>
  </xsl:template>

  <xsl:template match="atom:entry">
    <li>
      <a href="{atom:link[@rel='alternate']/@href}"><xsl:value-of select="atom:title"/></a>
      <xsl:call-template name="byline">
        <xsl:with-param name="date" select="substring(atom:published, 1, 10)"/>
        <xsl:with-param name="names" select="atom:author/atom:name"/>
      </xsl:call-template>
    </li>
  </xsl:template>

  <xsl:template name="byline">
    <xsl:param name="date"/>
    <xsl:param name="names"/>
    <small>
      <time><xsl:value-of select="$date"/></time>
      <xsl:for-each select="$names">
        <xsl:choose>
          <xsl:when test="position() = 1"> · </xsl:when>
          <xsl:otherwise>, </xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="."/>
      </xsl:for-each>
    </small>
  </xsl:template>
</xsl:stylesheet>
